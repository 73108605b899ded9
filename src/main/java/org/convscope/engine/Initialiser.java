package org.convscope.engine;

import java.util.Arrays;
import java.util.Random;
import org.convscope.blueprint.Initialisation;
import org.convscope.net.Parameter;

/**
 * Draws first weights. Each parameter has a stream of its own, begun from the seed, its node's id and its
 * kind, so that two architectures agree where they share a node. {@link Random} and its normal draws are
 * specified to the last bit, so every machine draws the same.
 */
final class Initialiser {

    private final Initialisation initialisation;
    private final long seed;

    Initialiser(Initialisation initialisation, long seed) {
        this.initialisation = initialisation;
        this.seed = seed;
    }

    /** A whole vector of first parameters. */
    float[] draw(ParameterLayout layout) {
        float[] vector = new float[layout.size()];
        for (Slot slot : layout.slots()) {
            switch (slot.parameter()) {
                case WEIGHT -> drawWeights(slot, vector);
                case BIAS -> drawBiases(slot, fanIn(slot, layout), vector);
                case SCALE -> Arrays.fill(vector, slot.offset(), slot.end(), (float) layout.firstScale(slot.node()));
                case VARIANCE -> Arrays.fill(vector, slot.offset(), slot.end(), 1);
                case SHIFT, MEAN -> Arrays.fill(vector, slot.offset(), slot.end(), 0);
            }
        }
        return vector;
    }

    private void drawWeights(Slot slot, float[] vector) {
        int fanIn = slot.size() / slot.shape().length(0);
        int kernel =
                slot.shape().rank() == 4 ? slot.shape().length(2) * slot.shape().length(3) : 1;
        int fanOut = slot.shape().length(0) * kernel;
        switch (initialisation) {
            case XAVIER -> uniform(slot, Math.sqrt(6.0 / (fanIn + fanOut)), vector);
            case HE -> normal(slot, Math.sqrt(2.0 / fanIn), vector);
            case CONSTANT -> Arrays.fill(vector, slot.offset(), slot.end(), (float) Initialisation.CONSTANT_WEIGHT);
        }
    }

    private void drawBiases(Slot slot, int fanIn, float[] vector) {
        if (initialisation == Initialisation.CONSTANT) {
            Arrays.fill(vector, slot.offset(), slot.end(), 0);
        } else {
            uniform(slot, 1 / Math.sqrt(fanIn), vector);
        }
    }

    private static int fanIn(Slot bias, ParameterLayout layout) {
        return layout.slots().stream()
                .filter(slot -> slot.node().equals(bias.node()) && slot.parameter() == Parameter.WEIGHT)
                .mapToInt(slot -> slot.size() / slot.shape().length(0))
                .findFirst()
                .orElseThrow();
    }

    private void uniform(Slot slot, double bound, float[] vector) {
        Random random = stream(slot);
        for (int i = slot.offset(); i < slot.end(); i++) {
            vector[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
    }

    private void normal(Slot slot, double deviation, float[] vector) {
        Random random = stream(slot);
        for (int i = slot.offset(); i < slot.end(); i++) {
            vector[i] = (float) (deviation * random.nextGaussian());
        }
    }

    private Random stream(Slot slot) {
        return new Random(mixed(seed, (slot.node() + " " + slot.parameter()).hashCode()));
    }

    /** Neighbouring seeds begin alike, so what they begin is scrambled first (the finalizer of SplitMix64). */
    static long mixed(long seed, long stream) {
        long mixed = seed * 0x9E3779B97F4A7C15L + stream;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
