package org.convscope.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.net.Batch;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.spec.Focus;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Subject;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SightTest {

    private final Blueprint small = FakeNetwork.smallBlueprint();
    private final FakeNetwork network = new FakeNetwork(small, new Optimizer.Sgd(), 1);
    private final Batch sample = FakeNetwork.stripes(small, 6, 2);
    private final Map<String, Integer> calls = new HashMap<>();
    private final Probes probes = new Probes(NetworkThread.onCallingThread(counting(network)), "run-1", sample);
    private final Focus focus = Focus.on(subject(0), "conv1");

    @Test
    void aSubjectGoesThroughTheNetworkOnceAStepHoweverManyProbesAsk() {
        probes.read(new Activations(), focus).join();
        probes.read(new CellSum(), focus).join();
        probes.read(new Gradients(), focus).join();
        probes.read(new Gradients(), Focus.on(focus.subject(), "logits")).join();
        assertEquals(1, calls.get("activations"));
        assertEquals(1, calls.get("gradients"));
        probes.read(new Activations(), focus.of(subject(1))).join();
        assertEquals(2, calls.get("activations"));
    }

    @Test
    void whatWasReadOfASubjectIsNotReadAgain() {
        Set<String> some = Set.of("conv1", "softmax");
        Activations.Reading partial = probes.read(new Activations(some), focus).join();
        assertEquals(some, partial.outputs().keySet());
        probes.read(new Activations(Set.of("conv1")), focus).join();
        assertEquals(1, calls.get("activations"));
        Activations.Reading whole = probes.read(new Activations(), focus).join();
        assertEquals(2, calls.get("activations"));
        some.forEach(node -> assertEquals(whole.of(node), partial.of(node)));
        probes.read(new Activations(some), focus).join();
        assertEquals(2, calls.get("activations"));
    }

    @Test
    void theSampleGoesThroughTheNetworkOnceAStep() {
        probes.read(new Health(), focus).join();
        probes.read(new Health(), focus.of(subject(1))).join();
        assertEquals(1, calls.get("activations"));
        network.learn(sample, 0.1);
        probes.read(new Health(), focus).join();
        assertEquals(2, calls.get("activations"));
    }

    @Test
    void aLargeNetworksSampleIsCountedInMomentsToTheSameEnd() {
        Blueprint costly = Blueprint.draw("costly", Options.of(List.of(), Map.of()), Shape.of(1, 256, 256))
                .then("conv1", new Op.Conv(4, 63, 1, 31))
                .then("act1", new Op.Activation(Nonlinearity.RELU))
                .then("logits", new Op.Dense(3))
                .then("softmax", new Op.Softmax())
                .done();
        assertTrue(Census.of(costly).macs() > 1_000_000_000);
        Network port = answering(costly);
        Probes moments = new Probes(NetworkThread.onCallingThread(port), "run-1", FakeNetwork.stripes(costly, 6, 2));
        List<Boolean> counted = new ArrayList<>();
        while (counted.isEmpty() || !counted.get(counted.size() - 1)) {
            counted.add(moments.read(new SampleCount(), Focus.on(subject(0), "conv1"))
                    .join());
        }
        assertEquals(List.of(false, false, true), counted);
        assertEquals(6, calls.get("activations"));
    }

    /** Answers without computing anything. */
    private Network answering(Blueprint blueprint) {
        return (Network) Proxy.newProxyInstance(
                Network.class.getClassLoader(), new Class<?>[] {Network.class}, (proxy, method, arguments) -> {
                    calls.merge(method.getName(), 1, Integer::sum);
                    return switch (method.getName()) {
                        case "blueprint" -> blueprint;
                        case "step" -> 0L;
                        default -> Map.of("act1", Tensor.of(Shape.of(1, 4, 1, 1), new float[4]));
                    };
                });
    }

    @Test
    void aReadingBelongsToTheStepThatItSays() {
        Activations.Reading before = probes.read(new Activations(), focus).join();
        network.learn(sample, 0.5);
        Activations.Reading after = probes.read(new Activations(), focus).join();
        assertEquals(0, before.stamp().step());
        assertEquals(1, after.stamp().step());
        assertEquals("run-1", after.stamp().run());
        assertNotEquals(before.of("logits"), after.of("logits"));
        assertEquals(small.nodes().size(), after.outputs().size());
    }

    @Test
    void otherWeightsAtTheSameStepAreSeenOnceToldSo() {
        Tensor before = probes.read(new Activations(), focus).join().of("softmax");
        probes.read(new Health(), focus).join();
        float[] zeros = new float[network.checkpoint().parameters().length];
        network.restore(new Checkpoint(0, zeros, new float[0]));
        probes.forget().join();
        Tensor after = probes.read(new Activations(), focus).join().of("softmax");
        assertNotEquals(before, after);
        assertEquals(
                2,
                probes.read(new Health(), focus)
                        .join()
                        .activation("act1")
                        .orElseThrow()
                        .dead());
    }

    @Test
    void nothingIsReadOfTheLastStepBeforeThereWasOne() {
        assertTrue(probes.read(new LastStep(), focus).join().gradients().isEmpty());
        network.learn(sample, 0.1);
        LastStep.Reading step = probes.read(new LastStep(), focus).join();
        assertEquals(
                Shape.of(2, 1, 3, 3), step.gradients().weight().orElseThrow().shape());
        assertEquals(Shape.of(2), step.updates().bias().orElseThrow().shape());
    }

    @Test
    void kernelsAreThoseOfTheFocusedNodeAndAnActivationHasNone() {
        Kernels.Reading reading = probes.read(new Kernels(), focus).join();
        assertEquals("conv1", reading.node());
        assertEquals(
                Shape.of(2, 1, 3, 3),
                reading.parameters().weight().orElseThrow().shape());
        assertTrue(probes.read(new Kernels(), Focus.on(focus.subject(), "act1"))
                .join()
                .parameters()
                .isEmpty());
    }

    @Test
    void theGradientOfALogitIsItsProbabilityLessOneForTheRightClass() {
        Subject subject = focus.subject();
        Focus logits = Focus.on(subject, "logits");
        Tensor gradient =
                probes.read(new Gradients(), logits).join().activation().orElseThrow();
        Tensor probabilities = probes.read(new Activations(), logits).join().of("softmax");
        for (int unit = 0; unit < 3; unit++) {
            int right = unit == subject.label() ? 1 : 0;
            assertEquals(probabilities.flat(unit) - right, gradient.flat(unit), 1e-6);
        }
    }

    @Test
    void anUnlabelledSubjectIsAskedForTheClassThatTheNetworkBelievesIn() {
        Subject nobodySaid = new Subject("a file", focus.subject().image(), Subject.UNKNOWN);
        Focus logits = Focus.on(nobodySaid, "logits");
        Tensor probabilities = probes.read(new Activations(), logits).join().of("softmax");
        Tensor gradient =
                probes.read(new Gradients(), logits).join().activation().orElseThrow();
        for (int unit = 0; unit < 3; unit++) {
            boolean isBelieved =
                    probabilities.flat(unit) == probabilities.stats().max();
            assertEquals(isBelieved, gradient.flat(unit) < 0);
        }
    }

    @Test
    void theSoftmaxHasNoGradientOfItsOwn() {
        Gradients.Reading reading = probes.read(new Gradients(), Focus.on(focus.subject(), "softmax"))
                .join();
        assertTrue(reading.activation().isEmpty());
        assertTrue(reading.parameters().isEmpty());
        assertFalse(Double.isNaN(reading.loss()));
    }

    private Subject subject(int index) {
        Tensor image = Tensor.of(
                sample.shape(), sample.images(), index * sample.shape().size());
        return new Subject("test #" + index, image, sample.labels()[index]);
    }

    private Network counting(Network counted) {
        return (Network) Proxy.newProxyInstance(
                Network.class.getClassLoader(), new Class<?>[] {Network.class}, (proxy, method, arguments) -> {
                    calls.merge(method.getName(), 1, Integer::sum);
                    try {
                        return method.invoke(counted, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
