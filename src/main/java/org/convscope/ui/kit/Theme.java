package org.convscope.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.convscope.frame.Surface;

/** What the window is seen in. Every colour but those of data comes from here, through style sheets. */
public enum Theme {
    LIGHT(new PrimerLight(), Surface.LIGHT),
    DARK(new PrimerDark(), Surface.DARK);

    private final atlantafx.base.theme.Theme colours;
    private final Surface surface;

    Theme(atlantafx.base.theme.Theme colours, Surface surface) {
        this.colours = colours;
        this.surface = surface;
    }

    /** What pictures are seen on in this theme. */
    public Surface surface() {
        return surface;
    }

    /** The other one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** Dresses every window of the program. */
    public void apply() {
        Application.setUserAgentStylesheet(colours.getUserAgentStylesheet());
    }

    /** Adds what all wings share to a scene. */
    public static void dress(Scene scene) {
        scene.getStylesheets().addAll(sheet("bridge"), sheet("kit"));
    }

    /** Adds the style sheet of a wing, {@code css/<wing>.css}, to the root of what the wing shows. */
    public static void dress(Parent root, String wing) {
        root.getStylesheets().add(sheet(wing));
    }

    private static String sheet(String name) {
        return Theme.class.getResource("/css/" + name + ".css").toExternalForm();
    }
}
