package org.convscope.engine;

import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.engine.block.BlockStep;
import org.convscope.net.Batch;
import org.convscope.net.Network;
import org.convscope.net.NetworkFactory;
import org.convscope.spec.EngineReport;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/** Builds networks that DL4J computes. */
public final class Dl4jNetworkFactory implements NetworkFactory {

    @Override
    public Network create(Blueprint blueprint, Optimizer optimizer, long seed, EngineSettings settings) {
        boolean onBlocks = settings.blocks() && fitsBlocks(blueprint) && VectorInstructions.areThere();
        EngineReport report = NativeLibrary.report(settings, onBlocks);
        return new Dl4jNetwork(blueprint, optimizer, seed, report, settings.helpers(), onBlocks);
    }

    /** A network too large for Java's heap is left to DL4J, which keeps its numbers outside. */
    private static boolean fitsBlocks(Blueprint blueprint) {
        return BlockStep.fits(blueprint)
                && new Memory(blueprint, true, 1).plan(1) < Runtime.getRuntime().maxMemory() / 4 * 3;
    }

    @Override
    public void load() {
        NativeLibrary.load();
    }

    /** Loads the native library, and lets a network of a few units look and learn once. */
    @Override
    public void warmUp() {
        Shape shape = Shape.of(1, 6, 6);
        Blueprint smallest = Blueprint.draw("smallest", Options.of(List.of(), Map.of()), shape)
                .then("conv", new Op.Conv(1, 3, 1, 0))
                .then("act", new Op.Activation(Nonlinearity.SIGMOID))
                .then("pool", new Op.Pool(Pooling.AVERAGE, 2, 2, 0))
                .then("logits", new Op.Dense(2))
                .then("softmax", new Op.Softmax())
                .done();
        Tensor black = Tensor.of(shape, new float[shape.size()]);
        try (Network network = create(smallest, new Optimizer.Sgd(), 0, EngineSettings.STANDARD)) {
            network.activations(black);
            network.learn(Batch.of(black), 0);
        }
    }

    @Override
    public EngineReport report(EngineSettings settings) {
        boolean onBlocks = settings.blocks() && VectorInstructions.areThere();
        return NativeLibrary.report(settings, onBlocks).within(Memory.limit());
    }
}
