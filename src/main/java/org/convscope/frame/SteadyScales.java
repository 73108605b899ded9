package org.convscope.frame;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps colour scales calm while a network learns. A scale widens as soon as a value exceeds it, and
 * narrows only when the values have stayed below 70 % of it for a while; its ends are round numbers.
 * Every value is always within its scale, so the legend never lies.
 *
 * <p>Belongs to one series of pictures and one thread.
 */
public final class SteadyScales {

    /** Pictures that a scale waits before it narrows: three seconds at ten pictures a second. */
    public static final int PATIENCE = 30;

    private static final double CROWDED = 0.7;
    private static final double[] ROUND = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

    private final int patience;
    private final Map<String, Held> held = new HashMap<>();

    /**
     * What is remembered of one scale.
     *
     * @param scale what is shown
     * @param wanted the smallest scale that would have done since it began to be too wide
     * @param waited pictures since then
     */
    private record Held(ColorScale scale, ColorScale wanted, int waited) {}

    /** Scales that narrow after {@link #PATIENCE} pictures. */
    public SteadyScales() {
        this(PATIENCE);
    }

    /** Scales that narrow after so many pictures, at least 1. */
    public SteadyScales(int patience) {
        if (patience < 1) {
            throw new IllegalArgumentException("A patience of " + patience + " pictures");
        }
        this.patience = patience;
    }

    /**
     * The scale to paint the next picture with.
     *
     * @param key whose scale it is: a node, one of its maps, a colour map
     * @param fitting the smallest scale that shows the picture's values whole
     */
    public ColorScale next(String key, ColorScale fitting) {
        Held before = held.get(key);
        Held now = before == null || before.scale.map() != fitting.map()
                ? new Held(rounded(fitting), fitting, 0)
                : after(before, fitting);
        held.put(key, now);
        return now.scale;
    }

    /** Begins anew, as for another network. */
    public void forget() {
        held.clear();
    }

    private Held after(Held before, ColorScale fitting) {
        ColorScale scale = before.scale;
        if (fitting.low() < scale.low() || fitting.high() > scale.high()) {
            return new Held(rounded(scale.with(fitting)), fitting, 0);
        }
        if (span(fitting) >= CROWDED * span(scale)) {
            return new Held(scale, fitting, 0);
        }
        ColorScale wanted = before.waited == 0 ? fitting : before.wanted.with(fitting);
        return before.waited + 1 < patience
                ? new Held(scale, wanted, before.waited + 1)
                : new Held(rounded(wanted), fitting, 0);
    }

    private static double span(ColorScale scale) {
        return (double) scale.high() - scale.low();
    }

    /** The scale whose ends are the next round numbers outwards. */
    static ColorScale rounded(ColorScale scale) {
        return new ColorScale(scale.map(), -upwards(-scale.low()), upwards(scale.high()));
    }

    private static float upwards(float value) {
        if (value == 0) {
            return 0;
        }
        double power = Math.pow(10, Math.floor(Math.log10(Math.abs(value))));
        if (value > 0) {
            for (double mantissa : ROUND) {
                if ((float) (mantissa * power) >= value) {
                    return (float) Math.min(mantissa * power, Float.MAX_VALUE);
                }
            }
            return value;
        }
        for (int i = ROUND.length - 1; i >= 0; i--) {
            if ((float) (-ROUND[i] * power) >= value) {
                return (float) (-ROUND[i] * power);
            }
        }
        return value;
    }
}
