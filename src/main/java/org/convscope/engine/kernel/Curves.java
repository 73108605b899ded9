package org.convscope.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Activation functions and their slopes, over a run of values that lie side by side; lengths are multiples of 32. */
public final class Curves {

    private static final int LENGTH = Lanes.SPECIES.length();

    /** Where e to its power leaves the range of a float. */
    private static final float FURTHEST = 87;

    private static final float LOG2_E = 1.44269504f;

    /** ln 2 in two parts, so that a multiple of it is taken away exactly. */
    private static final float LN2_HIGH = 0.693359375f;

    private static final float LN2_LOW = -2.12194440e-4f;

    /** Adding and taking away 1.5·2²³ rounds to a whole number. */
    private static final float ROUNDER = 12582912f;

    /** Exponent 0 of a float stands for 2⁻¹²⁷, in the 23rd bit and above. */
    private static final int EXPONENT_OF_ONE = 127;

    private static final int EXPONENT_BITS = 23;

    private Curves() {}

    /** Writes σ(z) = 1 / (1 + e⁻ᶻ) over z. */
    public static void sigmoid(float[] values, int from, int length) {
        for (int i = from; i < from + length; i += LENGTH) {
            sigmoid(Lanes.at(values, i)).intoArray(values, i);
        }
    }

    /** Writes tanh z = 2·σ(2z) − 1 over z. */
    public static void tanh(float[] values, int from, int length) {
        for (int i = from; i < from + length; i += LENGTH) {
            FloatVector z = Lanes.at(values, i);
            FloatVector twice = sigmoid(z.add(z));
            twice.add(twice).sub(1).intoArray(values, i);
        }
    }

    /** Writes {@code amplitude}·tanh({@code slope}·z) over z. */
    public static void tanh(float[] values, int from, int length, float amplitude, float slope) {
        for (int i = from; i < from + length; i += LENGTH) {
            FloatVector twice = sigmoid(Lanes.at(values, i).mul(2 * slope));
            twice.add(twice).sub(1).mul(amplitude).intoArray(values, i);
        }
    }

    /** Writes z over z where it is positive, {@code leak}·z elsewhere. */
    public static void rectifier(float[] values, int from, int length, float leak) {
        for (int i = from; i < from + length; i += LENGTH) {
            FloatVector z = Lanes.at(values, i);
            z.mul(leak).blend(z, z.compare(VectorOperators.GT, 0)).intoArray(values, i);
        }
    }

    /** Multiplies deltas by σ′ = a·(1 − a), where a is what sigmoid gave. */
    public static void sigmoidSlope(float[] deltas, int from, float[] outputs, int fromOutput, int length) {
        for (int i = 0; i < length; i += LENGTH) {
            FloatVector a = Lanes.at(outputs, fromOutput + i);
            Lanes.at(deltas, from + i).mul(a.sub(a.mul(a))).intoArray(deltas, from + i);
        }
    }

    /** Multiplies deltas by tanh′ = 1 − a², where a is what tanh gave. */
    public static void tanhSlope(float[] deltas, int from, float[] outputs, int fromOutput, int length) {
        for (int i = 0; i < length; i += LENGTH) {
            FloatVector a = Lanes.at(outputs, fromOutput + i);
            FloatVector delta = Lanes.at(deltas, from + i);
            delta.sub(delta.mul(a).mul(a)).intoArray(deltas, from + i);
        }
    }

    /** Multiplies deltas by {@code slope·(amplitude − a²/amplitude)}, where a is what the scaled tanh gave. */
    public static void tanhSlope(
            float[] deltas, int from, float[] outputs, int fromOutput, int length, float amplitude, float slope) {
        for (int i = 0; i < length; i += LENGTH) {
            FloatVector a = Lanes.at(outputs, fromOutput + i);
            Lanes.at(deltas, from + i)
                    .mul(a.mul(a).mul(-slope / amplitude).add(amplitude * slope))
                    .intoArray(deltas, from + i);
        }
    }

    /** Multiplies deltas by {@code leak} where the rectifier's output is not positive. */
    public static void rectifierSlope(
            float[] deltas, int from, float[] outputs, int fromOutput, int length, float leak) {
        for (int i = 0; i < length; i += LENGTH) {
            FloatVector a = Lanes.at(outputs, fromOutput + i);
            FloatVector delta = Lanes.at(deltas, from + i);
            delta.mul(leak).blend(delta, a.compare(VectorOperators.GT, 0)).intoArray(deltas, from + i);
        }
    }

    private static FloatVector sigmoid(FloatVector z) {
        return Lanes.all(1).div(exponential(z.neg()).add(1));
    }

    /**
     * e to the power of z, to about two units in the last place: 2ⁿ·eʳ with |r| ≤ ½ ln 2, eʳ by the polynomial of
     * the Cephes library. The vector library has one of its own, but gives other bits before it is compiled.
     */
    private static FloatVector exponential(FloatVector z) {
        FloatVector x = z.min(FURTHEST).max(-FURTHEST);
        FloatVector rounded = x.mul(LOG2_E).add(ROUNDER);
        FloatVector n = rounded.sub(ROUNDER);
        FloatVector r = n.neg().fma(Lanes.all(LN2_HIGH), x);
        r = n.neg().fma(Lanes.all(LN2_LOW), r);
        FloatVector p = Lanes.all(1.9875691500e-4f);
        p = p.fma(r, Lanes.all(1.3981999507e-3f));
        p = p.fma(r, Lanes.all(8.3334519073e-3f));
        p = p.fma(r, Lanes.all(4.1665795894e-2f));
        p = p.fma(r, Lanes.all(1.6666665459e-1f));
        p = p.fma(r, Lanes.all(5.0000001201e-1f));
        p = p.fma(r.mul(r), r).add(1);
        // The last bits of what was rounded are n itself: shifted, they are the exponent of 2ⁿ.
        FloatVector power = rounded.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, EXPONENT_BITS)
                .add(EXPONENT_OF_ONE << EXPONENT_BITS)
                .reinterpretAsFloats();
        return p.mul(power);
    }
}
