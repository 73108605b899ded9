package org.convscope.ui.kit;

/** Style classes that every wing shares; what they look like stands in {@code css/kit.css}. */
public final class Styles {

    /** A quiet area with a title. */
    public static final String PANEL = "panel";

    /** The title of a panel: small capitals, muted. */
    public static final String PANEL_TITLE = "panel-title";

    /** Text that steps back. */
    public static final String MUTED = "muted";

    /** What is selected, large. */
    public static final String HEADLINE = "headline";

    /** Text that steps forward. */
    public static final String STRONG = "strong";

    /** Arithmetic, in a face where digits stand under each other. */
    public static final String ARITHMETIC = "arithmetic";

    /** Small print. */
    public static final String SMALL = "small";

    /** A box that stands for what is still being computed. */
    public static final String SKELETON = "skeleton";

    /** The one thing to do next. */
    public static final String PRIMARY = "accent";

    /** A button without much air, for rows of them. */
    public static final String COMPACT = "compact";

    private Styles() {}
}
