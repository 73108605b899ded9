package org.convscope.ui.map;

import java.util.Locale;
import org.convscope.frame.Numbers;

/** A number small enough for the square that its value fills. */
final class CellText {

    /** Points that a digit of the canvas takes, at the most. */
    private static final double DIGIT = 6.6;

    private CellText() {}

    /**
     * The value with as many digits as a square of this side holds, up to four. Zero is {@code 0}; what
     * only rounds to it is {@code ≈0}.
     */
    static String of(float value, double side) {
        if (value == 0) {
            return "0";
        }
        int room = (int) ((side - 4) / DIGIT);
        String whole = Numbers.text(value);
        for (int decimals = 3; whole.length() > room && decimals >= 0; decimals--) {
            whole = String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
        }
        boolean vanished = whole.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        return vanished && Float.isFinite(value) ? "≈0" : whole;
    }

    /** Whether dark letters are read better than light ones on a colour, 0xAARRGGBB. */
    static boolean isLight(int argb) {
        int red = argb >> 16 & 0xFF;
        int green = argb >> 8 & 0xFF;
        int blue = argb & 0xFF;
        // Relative brightness with the weights of ITU-R BT.601; at half of it both read equally well.
        return 0.299 * red + 0.587 * green + 0.114 * blue > 127.5;
    }
}
