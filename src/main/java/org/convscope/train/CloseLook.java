package org.convscope.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Node;
import org.convscope.net.Batch;
import org.convscope.net.Interlude;
import org.convscope.net.Network;
import org.convscope.net.Parameter;
import org.convscope.net.StepResult;
import org.convscope.tensor.Tensor;

/** Looks at one batch before and after it is learned; on the network's thread. */
final class CloseLook {

    private final Network network;
    private final Batch batch;
    private final Interlude interlude;
    private final StepStudy.Guess[] before;

    private CloseLook(Network network, Batch batch, Interlude interlude, StepStudy.Guess[] before) {
        this.network = network;
        this.batch = batch;
        this.interlude = interlude;
        this.before = before;
    }

    /** Looks for the first time; nothing if the interlude, which comes between some images, ended it. */
    static Optional<CloseLook> before(Network network, Batch batch, Interlude interlude) {
        return guesses(network, batch, interlude).map(seen -> new CloseLook(network, batch, interlude, seen));
    }

    /** Looks again behind the step; nothing if the interlude ended it. */
    Optional<StepStudy> after(StepResult result, double rate, int[] indices, int[] right) {
        return guesses(network, batch, interlude).map(after -> {
            List<StepStudy.Example> examples = new ArrayList<>();
            for (int i = 0; i < indices.length; i++) {
                examples.add(new StepStudy.Example(indices[i], batch.labels()[i], right[i], before[i], after[i]));
            }
            return new StepStudy(
                    network.step(), batch.size(), rate, result.loss(), look(before), look(after), examples, layers());
        });
    }

    private StepStudy.Look look(StepStudy.Guess[] guesses) {
        double loss = 0;
        int right = 0;
        for (int i = 0; i < guesses.length; i++) {
            loss -= Math.log(Math.max(Scorer.LEAST_PROBABILITY, guesses[i].ofLabel()));
            right += guesses[i].guess() == batch.labels()[i] ? 1 : 0;
        }
        return new StepStudy.Look(loss / guesses.length, (double) right / guesses.length);
    }

    private List<StepStudy.Layer> layers() {
        List<StepStudy.Layer> layers = new ArrayList<>();
        for (Node node : network.blueprint().nodes()) {
            main(network.lastGradients(node.id()))
                    .ifPresent(gradient -> layers.add(new StepStudy.Layer(
                            node.id(),
                            gradient.rms(),
                            main(network.lastUpdates(node.id())).orElseThrow().rms(),
                            main(network.parameters(node.id())).orElseThrow().rms())));
        }
        return layers;
    }

    private static Optional<Tensor> main(Map<Parameter, Tensor> parameters) {
        return Optional.ofNullable(parameters.get(Parameter.WEIGHT))
                .or(() -> Optional.ofNullable(parameters.get(Parameter.SCALE)));
    }

    private static Optional<StepStudy.Guess[]> guesses(Network network, Batch batch, Interlude interlude) {
        StepStudy.Guess[] guesses = new StepStudy.Guess[batch.size()];
        int some = Scorer.sizeFor(Census.of(network.blueprint()).macs());
        int classes = network.blueprint().classes();
        for (int from = 0; from < batch.size(); from += some) {
            Batch part = part(batch, from, Math.min(batch.size(), from + some));
            Tensor probabilities = network.probabilities(part);
            for (int i = 0; i < part.size(); i++) {
                guesses[from + i] = guess(probabilities, i * classes, classes, part.labels()[i]);
            }
            // Nothing of the step itself is done or lost by it.
            if (!interlude.goOn(0)) {
                return Optional.empty();
            }
        }
        return Optional.of(guesses);
    }

    private static StepStudy.Guess guess(Tensor probabilities, int at, int classes, int label) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (probabilities.flat(at + c) > probabilities.flat(at + best)) {
                best = c;
            }
        }
        return new StepStudy.Guess(best, probabilities.flat(at + label));
    }

    private static Batch part(Batch batch, int from, int to) {
        int size = batch.shape().size();
        return new Batch(
                batch.shape(),
                Arrays.copyOfRange(batch.images(), from * size, to * size),
                Arrays.copyOfRange(batch.labels(), from, to));
    }
}
