package org.convscope.ui.curves;

import java.util.Locale;
import org.convscope.frame.Numbers;
import org.convscope.frame.Ticks;
import org.convscope.ui.kit.Texts;

/** What a panel of curves can show. */
public enum Measure {
    /** Mean cross-entropy, in nats. */
    LOSS(Kind.COURSE),
    /** Share of images that are named rightly, from 0 to 1. */
    ACCURACY(Kind.COURSE),
    /** Rate of each step. */
    RATE(Kind.RATE),
    /** Euclidean norm of each layer's gradient. */
    GRADIENT(Kind.LAYERS),
    /** RMS of each layer's update over RMS of its weights. */
    UPDATES(Kind.LAYERS),
    /** Share of each layer's units that are zero for the whole sample. */
    DEAD(Kind.LAYERS),
    /** Share of each layer's values close to an end of its activation. */
    SATURATED(Kind.LAYERS),
    /** How the weights of one layer are distributed. */
    WEIGHTS(Kind.HEAT),
    /** How the outputs of one layer are distributed. */
    OUTPUTS(Kind.HEAT);

    /** How it is drawn. */
    enum Kind {
        /** Training batches, the same smoothed, and the scores. */
        COURSE,
        /** One line. */
        RATE,
        /** A line a layer. */
        LAYERS,
        /** Brightness over steps and values. */
        HEAT
    }

    /** Letters for which there is no room at an axis. */
    private static final int LONG = 5;

    private final Kind kind;

    Measure(Kind kind) {
        this.kind = kind;
    }

    /** How it is drawn. */
    Kind kind() {
        return kind;
    }

    /** Whether its values are shares of a whole. */
    boolean isShare() {
        return this == ACCURACY || this == DEAD || this == SATURATED;
    }

    /** Whether values are shown by their logarithm until a person wants it otherwise. */
    boolean isLogAtFirst() {
        return this == GRADIENT || this == UPDATES;
    }

    /** Whether values can be shown by their logarithm at all. */
    boolean canBeLog() {
        return kind != Kind.HEAT;
    }

    /** Under which its texts stand, and it is remembered. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A value as it is read. */
    String text(double value) {
        if (Double.isNaN(value)) {
            return Numbers.UNKNOWN;
        }
        return isShare() ? Numbers.percent(value) : Numbers.text(value);
    }

    /** A mark of its axis as it is read. */
    String tick(Ticks ticks, int index) {
        double value = ticks.values().get(index);
        if (!isShare()) {
            String exact = ticks.labels().get(index);
            double exponent = Math.log10(value);
            boolean isPower = Math.abs(exponent - Math.rint(exponent)) < 1e-9;
            return exact.length() <= LONG ? exact : isPower ? power((int) Math.rint(exponent)) : Numbers.text(value);
        }
        double percent = 100 * value;
        boolean isWhole = Math.abs(percent - Math.rint(percent)) < 1e-9;
        return (isWhole ? String.valueOf(Math.round(percent)) : Numbers.text(percent)) + " %";
    }

    private static String power(int exponent) {
        StringBuilder text = new StringBuilder("10");
        String.valueOf(exponent).chars().forEach(c -> text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0')));
        return text.toString();
    }

    /** What the guide is called. */
    String guideText(int classes) {
        return switch (this) {
            case LOSS -> Texts.get("curves.guide.loss", classes, Numbers.text(guide(classes)));
            case ACCURACY -> Texts.get("curves.guide.accuracy", Numbers.percent(guide(classes)));
            default -> Texts.get("curves.guide.updates");
        };
    }

    /**
     * What a network reaches that has learned nothing and gives every class the same probability; the rule of thumb for
     * updates; NaN where there is neither.
     */
    public double guide(int classes) {
        return switch (this) {
            case LOSS -> classes < 2 ? Double.NaN : Math.log(classes);
            case ACCURACY -> classes < 2 ? Double.NaN : 1.0 / classes;
            case UPDATES -> Verdict.USUAL_UPDATE_RATIO;
            default -> Double.NaN;
        };
    }
}
