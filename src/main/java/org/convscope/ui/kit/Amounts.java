package org.convscope.ui.kit;

import java.util.Locale;
import org.convscope.frame.Numbers;

/** Amounts in the words of the reader; plain numbers are written by {@link Numbers}. */
public final class Amounts {

    private Amounts() {}

    /** A time in two units: {@code 1 min 22 s}; a dash if it is not known. */
    public static String duration(double seconds) {
        if (!Double.isFinite(seconds)) {
            return Numbers.UNKNOWN;
        }
        long whole = Math.max(0, Math.round(seconds));
        if (whole < 60) {
            return Texts.get("kit.seconds", whole);
        }
        return whole < 3600
                ? Texts.get("kit.minutes", whole / 60, whole % 60)
                : Texts.get("kit.hours", whole / 3600, whole / 60 % 60);
    }

    /** A large number in millions or billions: {@code 0.42 M}, {@code 15.47 G}. */
    public static String large(long number) {
        return number >= 1_000_000_000
                ? String.format(Locale.ROOT, "%.2f G", number / 1e9)
                : String.format(Locale.ROOT, "%.2f M", number / 1e6);
    }
}
