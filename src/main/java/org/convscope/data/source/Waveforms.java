package org.convscope.data.source;

import java.util.List;
import java.util.Map;
import org.convscope.data.Dataset;
import org.convscope.data.DatasetCard;
import org.convscope.data.DatasetSource;
import org.convscope.data.Dice;
import org.convscope.data.GeneratedDataset;
import org.convscope.tensor.Shape;

/**
 * Signals of 128 values, drawn for this program: ten forms of wave with any phase, strength, frequency and some
 * noise. Some are told apart by direction alone (a saw that rises, one that falls), so that they must not be
 * swapped left to right.
 */
public final class Waveforms implements DatasetSource {

    private static final int LENGTH = 128;
    private static final double TURN = 2 * Math.PI;

    private final GeneratedDataset generated = new GeneratedDataset(
            new DatasetCard(
                    "waveforms",
                    "Waveforms",
                    List.of(
                            "sine",
                            "square",
                            "triangle",
                            "rising-saw",
                            "falling-saw",
                            "pulses",
                            "rising-chirp",
                            "falling-chirp",
                            "beat",
                            "decay"),
                    Shape.of(1, 1, LENGTH),
                    16_000,
                    4_000,
                    "Apache-2.0, drawn by this program",
                    "drawn from a seed",
                    Map.of(
                            "train",
                            "88b69258b076e6986223e9458f4a1282e42f6f6066d17f981efa046999db3f2b",
                            "test",
                            "15cacaf21057ba07a1a60c7e9774ff2f4981662e922c68b289bdd03fca13bf8b")),
            20_261_125,
            Waveforms::draw);

    @Override
    public DatasetCard card() {
        return generated.card();
    }

    @Override
    public Dataset load() {
        return generated.load();
    }

    private static void draw(int label, Dice dice, byte[] pixels, int offset) {
        double cycles = 2.5 + 4 * dice.fraction();
        double phase = dice.fraction();
        double strength = 45 + 65 * dice.fraction();
        double middle = 127.5 + 12 * (2 * dice.fraction() - 1);
        double noise = 3 + 9 * dice.fraction();
        for (int i = 0; i < LENGTH; i++) {
            double wave = wave(label, (double) i / LENGTH, cycles, phase);
            double value = middle + strength * wave + noise * dice.normal();
            pixels[offset + i] = (byte) Math.min(255, Math.max(0, (int) Math.rint(value)));
        }
    }

    /** A wave of height 1 at a time from 0 to 1. */
    private static double wave(int label, double time, double cycles, double phase) {
        double turns = cycles * time + phase;
        double part = turns - Math.floor(turns);
        return switch (label) {
            case 0 -> sine(turns);
            case 1 -> part < 0.5 ? 1 : -1;
            case 2 -> 4 * Math.abs(part - 0.5) - 1;
            case 3 -> 2 * part - 1;
            case 4 -> 1 - 2 * part;
            case 5 -> part < 0.15 ? 1 : -0.35;
                // Its frequency goes from half to one and a half of the mean, or back.
            case 6 -> sine(phase + cycles * (0.5 * time + 0.5 * time * time) * 1.4);
            case 7 -> sine(phase + cycles * (1.5 * time - 0.5 * time * time) * 1.4);
            case 8 -> sine(2 * turns) * sine(time + phase);
            default -> sine(turns) * StrictMath.exp(-3.5 * time);
        };
    }

    private static double sine(double turns) {
        return StrictMath.sin(TURN * turns);
    }
}
