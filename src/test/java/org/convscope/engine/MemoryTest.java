package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.bytedeco.javacpp.Pointer;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Zoo;
import org.convscope.frame.Scope;
import org.convscope.lens.Lens;
import org.convscope.lens.Lenses;
import org.convscope.lens.Overviews;
import org.convscope.net.Batch;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.probe.Probes;
import org.convscope.problem.ProblemException;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Focus;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Subject;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void aBatchBeyondMemoryIsRefusedAndASmallerOneNamed() {
        Memory memory = new Memory(Relatives.shallow(), false, 1);
        memory.check(10, 1L << 20);
        ProblemException refused = assertThrows(ProblemException.class, () -> memory.check(100_000, 1L << 20));
        assertEquals("engine.memory", refused.problem().code());
        int fitting = Integer.parseInt(refused.problem().arguments().get(3));
        memory.check(fitting, 1L << 20);
        assertThrows(ProblemException.class, () -> memory.check(fitting + 1, 1L << 20));
    }

    @Test
    void aBatchOnBlocksIsRefusedOnlyWhereTheNetworkWantsAllOfItAtOnce() {
        Memory normed = new Memory(Relatives.lenet(Nonlinearity.RELU, Pooling.MAX, true), true, 1);
        assertThrows(ProblemException.class, () -> normed.check(10_000, 16L << 20));
        new Memory(Relatives.lenet(Nonlinearity.RELU, Pooling.MAX, false), true, 1).check(10_000, 16L << 20);
    }

    @Test
    void theLargestNetworkOfTheCourseLearnsInSixGigabytesOfHeapWhateverTheBatch() {
        Memory memory = new Memory(Zoo.byId("vgg11").draw(Shape.of(1, 224, 224), 10, Map.of()), true, 1);
        memory.check(128, 6L << 30);
        assertThrows(ProblemException.class, () -> memory.check(1, 4L << 30));
    }

    @Test
    void whatAStepOnBlocksTakesIsWithinAQuarterOfThePlan() throws JMException {
        for (String id : List.of("vgg11", "resnet18")) {
            Architecture architecture = Zoo.byId(id);
            Blueprint blueprint = architecture.draw(Shape.of(1, 32, 32), 10, options(architecture));
            long planned = new Memory(blueprint, true, 1).plan(64);
            long before = used();
            try (Network network = Relatives.network(blueprint, new Optimizer.Sgd(), 1, new EngineSettings(1, true))) {
                network.learn(FakeNetwork.stripes(blueprint, 64, 1), 0.01);
                assertEquals(1, (double) (used() - before) / planned, 0.25, id + ", planned " + planned);
            }
        }
    }

    /** Half as wide as in the book. */
    private static Map<String, String> options(Architecture architecture) {
        return architecture.id().startsWith("vgg") ? Map.of("width", "half", "units", "2048") : Map.of("width", "half");
    }

    /** Bytes of all arrays of floats that live; a heap's use counts whole regions. */
    private static long used() throws JMException {
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {null},
                        new String[] {String[].class.getName()});
        Matcher floats = Pattern.compile("(\\d+) +\\[F ").matcher(histogram.toString());
        assertTrue(floats.find(), "no arrays of floats in the histogram");
        return Long.parseLong(floats.group(1));
    }

    @Test
    void theReportSaysWhatTheProcessMayTake() {
        assertEquals(Pointer.maxPhysicalBytes(), Memory.limit());
        assertEquals(
                Memory.limit(),
                new Dl4jNetworkFactory().report(EngineSettings.STANDARD).memoryLimitBytes());
    }

    @Test
    void thereIsSomeMemoryButNotWithoutEnd() {
        for (boolean onBlocks : new boolean[] {false, true}) {
            long free = new Memory(Relatives.shallow(), onBlocks, 1).free();
            assertTrue(free > 1 << 20, free + " bytes");
            assertTrue(free <= Pointer.totalPhysicalBytes(), free + " bytes");
        }
    }

    @Test
    @Tag("slow")
    void learningAndLookingTakeNoMoreMemoryWithTime() throws IOException, InterruptedException {
        List<Long> megabytes = inAProcessOfItsOwn("learn");
        assertTrue(megabytes.get(2) - megabytes.get(0) < 20, megabytes + " MB after 500 and 2,000 steps");
    }

    @Test
    @Tag("slow")
    void fiveHundredLooksLeaveNothingBehind() throws IOException, InterruptedException {
        List<Long> megabytes = inAProcessOfItsOwn("look");
        assertTrue(megabytes.get(2) - megabytes.get(0) < 12, megabytes + " MB in all before and after");
        assertTrue(megabytes.get(3) - megabytes.get(1) < 3, megabytes + " MB of objects before and after");
    }

    /** With a small heap, so that the heap's growth is not taken for a leak; what was in use, twice. */
    private static List<Long> inAProcessOfItsOwn(String what) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xms64m",
                        "-Xmx64m",
                        "-XX:+AlwaysPreTouch",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryTest.class.getName(),
                        what)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return Arrays.stream(said.strip().split(" ")).map(Long::valueOf).toList();
    }

    /** Learns or looks; prints twice the megabytes in use, those of the process and those of live objects. */
    public static void main(String[] arguments) {
        if (arguments[0].equals("learn")) {
            learn();
        } else {
            look();
        }
    }

    private static void learn() {
        Blueprint blueprint = Relatives.lenet(Nonlinearity.SIGMOID, Pooling.AVERAGE, true);
        try (Network network = Relatives.network(blueprint, Optimizer.byId("adam"), 1, Relatives.QUICK)) {
            Batch batch = FakeNetwork.stripes(blueprint, 8, 1);
            Tensor image = Tensor.of(batch.shape(), batch.images(), 0);
            for (int step = 1; step <= 2000; step++) {
                network.learn(batch, 0.001);
                network.activations(image);
                network.gradients(image, 1);
                network.activations(batch, Set.of("conv1", "logits"));
                network.lastUpdates("conv1");
                if (step == 500 || step == 2000) {
                    printMegabytesInUse();
                }
            }
        }
    }

    /** Every lens of every node of LeNet in turn, each time on another image, and the whole map with it. */
    private static void look() {
        Blueprint blueprint = Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of("activation", "relu"));
        try (Network network = Relatives.network(blueprint, new Optimizer.Sgd(), 1, Relatives.QUICK)) {
            Batch batch = FakeNetwork.stripes(blueprint, 64, 1);
            Probes probes = new Probes(NetworkThread.onCallingThread(network), "test", batch);
            List<Node> nodes = blueprint.nodes();
            network.learn(batch, 0.01);
            for (int look = 1; look <= 1500; look++) {
                Tensor image = Tensor.of(
                        batch.shape(), batch.images(), look % 64 * batch.shape().size());
                Subject subject = new Subject("#" + look, image, batch.labels()[look % 64]);
                Focus focus = Focus.on(subject, nodes.get(look % nodes.size()).id());
                List<Lens> lenses = Lenses.fitting(blueprint, focus.node());
                probes.read(Lenses.through(lenses.get(look / nodes.size() % lenses.size())), focus)
                        .join();
                probes.read(Overviews.of(Scope.LAYER), focus).join();
                if (look == 1000 || look == 1500) {
                    printMegabytesInUse();
                }
            }
        }
    }

    private static void printMegabytesInUse() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.print((Pointer.physicalBytes() >> 20) + " ");
        System.out.print((runtime.totalMemory() - runtime.freeMemory() >> 20) + " ");
    }
}
