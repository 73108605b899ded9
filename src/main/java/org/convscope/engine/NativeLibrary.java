package org.convscope.engine;

import java.util.Map;
import org.convscope.problem.Problem;
import org.convscope.spec.EngineReport;
import org.convscope.spec.EngineSettings;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;
import org.nd4j.linalg.factory.Nd4j;

/** The one native library that all networks of this process compute with: loading it, and what it is like. */
final class NativeLibrary {

    private static final String DL4J = "Deeplearning4j 1.0.0-M2.1";

    private static final String LOG_START = "org.nd4j.log.initialization";

    private NativeLibrary() {}

    /**
     * Loads the library if it is not there yet; a Problem says where it could not be.
     *
     * <p>Nobody else may load a library meanwhile. JavaCPP looks for the matrix products by walking over all loaded
     * libraries (dl_iterate_phdr, then dlsym for each); glibc locks these two in the opposite order to dlopen, and the
     * two threads wait for each other for ever. JavaFX and ND4J started side by side did so about once in ten times.
     */
    static void load() {
        Threads.prepare();
        // Seven lines about cores and compilers on every start; EngineReport says what matters of them.
        if (System.getProperty(LOG_START) == null) {
            System.setProperty(LOG_START, "false");
        }
        try {
            Nd4j.getBackend();
            // Asked for the first time, ND4J gives its matrix products all cores; after that they keep to
            // what Threads says. Products on two threads and on one differ in their last bits.
            Nd4j.factory().blas();
        } catch (LinkageError missing) {
            throw Problem.of("engine.noLibrary", System.getProperty("os.name"), System.getProperty("os.arch"))
                    .asException(missing);
        }
    }

    /** What networks of these settings are like; {@code onBlocks} where a step of theirs is computed on blocks. */
    static EngineReport report(EngineSettings settings, boolean onBlocks) {
        load();
        int threads = Threads.choose(settings.threads());
        Threads.use(threads);
        boolean oneDnn = Nd4jCpu.Environment.getInstance().isUseONEDNN();
        String layers = settings.helpers() ? "its step with oneDNN's helpers" : "its own step, no helpers";
        String step = onBlocks
                ? "learning and looking on blocks of images, one image's gradients with oneDNN's helpers"
                : layers;
        return new EngineReport(
                DL4J + ", " + step,
                Threads.inUse(),
                oneDnn,
                Map.of(
                        "convolution",
                        settings.helpers(),
                        "batch norm",
                        settings.helpers(),
                        "activation",
                        settings.helpers()));
    }
}
