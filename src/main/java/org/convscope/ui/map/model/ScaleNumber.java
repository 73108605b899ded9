package org.convscope.ui.map.model;

import java.math.BigDecimal;
import java.math.MathContext;
import org.convscope.frame.Numbers;

/** The number at an end of a colour scale. */
public final class ScaleNumber {

    private ScaleNumber() {}

    /** So many digits at the most, none behind the last that says something. */
    public static String of(float value, int digits) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(Float.toString(Math.abs(value))).round(new MathContext(digits));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -3 || exponent > 4) {
            return Numbers.text(value);
        }
        return (value < 0 ? "−" : "") + rounded.stripTrailingZeros().toPlainString();
    }
}
