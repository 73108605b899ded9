package org.convscope.blueprint;

import java.util.Locale;

/**
 * A number of parameters together with how it comes about.
 *
 * @param total the number
 * @param terms its calculation without the result, {@code 16·(5·5·6)+16}; empty for none
 */
public record Count(long total, String terms) {

    /** No parameters. */
    public static final Count NONE = new Count(0, "");

    static Count weightsAndBias(int units, String fanInTerms, long fanIn) {
        return new Count(units * fanIn + units, units + "·" + fanInTerms + "+" + units);
    }

    /** As a person checks it: {@code 16·(5·5·6)+16 = 2,416}; empty where there is nothing to count. */
    public String arithmetic() {
        return total == 0 ? "" : terms + " = " + String.format(Locale.ROOT, "%,d", total);
    }
}
