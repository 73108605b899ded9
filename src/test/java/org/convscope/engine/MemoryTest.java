package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.bytedeco.javacpp.Pointer;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Pooling;
import org.convscope.net.Batch;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.problem.ProblemException;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void aBatchBeyondMemoryIsRefusedAndASmallerOneNamed() {
        Memory memory = new Memory(Relatives.shallow());
        memory.check(10, 1L << 20);
        ProblemException refused = assertThrows(ProblemException.class, () -> memory.check(100_000, 1L << 20));
        assertEquals("engine.memory", refused.problem().code());
        int fitting = Integer.parseInt(refused.problem().arguments().get(3));
        memory.check(fitting, 1L << 20);
        assertThrows(ProblemException.class, () -> memory.check(fitting + 1, 1L << 20));
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
        assertTrue(Memory.free() > 1 << 20, Memory.free() + " bytes");
        assertTrue(Memory.free() <= Pointer.totalPhysicalBytes(), Memory.free() + " bytes");
    }

    /** In a process of its own with a small heap, so that the heap's growth is not taken for a leak. */
    @Test
    @Tag("slow")
    void learningAndLookingTakeNoMoreMemoryWithTime() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-Xmx64m", "-cp", System.getProperty("java.class.path"), MemoryTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String[] megabytes = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ");
        assertEquals(0, process.waitFor());
        int growth = Integer.parseInt(megabytes[1]) - Integer.parseInt(megabytes[0]);
        assertTrue(growth < 20, "from " + megabytes[0] + " MB to " + megabytes[1] + " MB in 1,500 steps");
    }

    /** Learns and looks; prints the megabytes in use after 500 and after 2,000 steps. */
    public static void main(String[] arguments) {
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
                    System.out.print((Pointer.physicalBytes() >> 20) + " ");
                }
            }
        }
    }
}
