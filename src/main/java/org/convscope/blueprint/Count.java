package org.convscope.blueprint;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.convscope.tensor.Shape;

/**
 * A number of parameters, or of multiply-adds, together with how it comes about.
 *
 * @param total the number
 * @param terms its calculation without the result, {@code 16·(5·5·6)+16}; empty for none
 */
public record Count(long total, String terms) {

    /** Nothing to count. */
    public static final Count NONE = new Count(0, "");

    static Count weightsAndBias(int units, String fanInTerms, long fanIn) {
        return new Count(units * fanIn + units, units + "·" + fanInTerms + "+" + units);
    }

    /** So many products for each output value: {@code (16·10·10)·(5·5·6)}. */
    static Count products(Shape output, String eachTerms, long each) {
        String values =
                Arrays.stream(output.toArray()).mapToObj(Integer::toString).collect(Collectors.joining("·"));
        return new Count(output.size() * each, (output.rank() == 1 ? values : "(" + values + ")") + "·" + eachTerms);
    }

    /** As a person checks it: {@code 16·(5·5·6)+16 = 2,416}; empty where there is nothing to count. */
    public String arithmetic() {
        return total == 0 ? "" : terms + " = " + String.format(Locale.ROOT, "%,d", total);
    }
}
