package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.ReceptiveField;
import org.convscope.net.Network;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Plane;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a convolution is for: a thing is seen alike wherever it stands. */
class ShiftTest {

    private static final int SIDE = 40;

    // ReLU is left to others: the only map of a drawing may be 0 everywhere, and would agree with anything.
    private static final List<Nonlinearity> KINDS =
            List.of(Nonlinearity.SIGMOID, Nonlinearity.TANH, Nonlinearity.LEAKY_RELU);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPictureThatMovesByTheJumpOfAMapMovesItsFeaturesByOneCell(long seed) {
        Random random = new Random(seed);
        Blueprint blueprint = anyMaps(random);
        ReceptiveField field = ReceptiveField.of(blueprint).get("pool1");
        Tensor picture = noise(random, blueprint.input());
        Tensor moved = moved(picture, field.horizontal().jump());
        try (Network network = Relatives.network(blueprint, new Optimizer.Sgd(), seed, Relatives.QUICK)) {
            Tensor before = network.activations(picture).get("pool1");
            Tensor after = network.activations(moved).get("pool1");
            assertNotEquals(before, after);
            int compared = 0;
            for (int map = 0; map < before.planes(); map++) {
                for (int row = 0; row + 1 < before.shape().height(); row++) {
                    for (int column = 0; column + 1 < before.shape().width(); column++) {
                        Cell from = field.startOf(new Cell(row, column));
                        boolean isWhole = from.row() >= 0
                                && from.column() >= 0
                                && Math.max(from.row(), from.column())
                                                + field.size()
                                                + field.horizontal().jump()
                                        <= SIDE;
                        if (isWhole) {
                            float there = after.plane(map).at(row + 1, column + 1);
                            assertEquals(before.plane(map).at(row, column), there, 1e-5, blueprint + " " + from);
                            compared++;
                        }
                    }
                }
            }
            assertTrue(compared > 0, "no cell of " + blueprint.shape("pool1") + " sees only pixels");
        }
    }

    private static Blueprint anyMaps(Random random) {
        Pooling pooling = random.nextBoolean() ? Pooling.MAX : Pooling.AVERAGE;
        return Blueprint.draw("maps", Options.of(List.of(), Map.of()), Shape.of(1 + random.nextInt(3), SIDE, SIDE))
                .then("conv1", new Op.Conv(1 + random.nextInt(4), 1 + random.nextInt(5), 1 + random.nextInt(2), 1))
                .then("act1", new Op.Activation(KINDS.get(random.nextInt(KINDS.size()))))
                .then("pool1", new Op.Pool(pooling, 2 + random.nextInt(2), 1 + random.nextInt(3), 1))
                .then("logits", new Op.Dense(2))
                .then("softmax", new Op.Softmax())
                .done();
    }

    private static Tensor noise(Random random, Shape shape) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return Tensor.of(shape, values);
    }

    /** The picture {@code pixels} further down and to the right; black is what comes in. */
    private static Tensor moved(Tensor picture, int pixels) {
        float[] values = new float[picture.size()];
        for (int channel = 0; channel < picture.planes(); channel++) {
            Plane plane = picture.plane(channel);
            for (int row = pixels; row < SIDE; row++) {
                for (int column = pixels; column < SIDE; column++) {
                    values[(channel * SIDE + row) * SIDE + column] = plane.at(row - pixels, column - pixels);
                }
            }
        }
        return Tensor.of(picture.shape(), values);
    }
}
