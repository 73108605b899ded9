package org.convscope.cli.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.convscope.problem.Problem;

/**
 * Builds the peer where it is missing or older than its sources, by Maven, which fetches libtorch for it; and
 * says how it is called.
 */
public final class TorchBuild {

    private static final String BUSY = "org.convscope.bench.torch.BusyCore";
    /** The first Java that wants to be told that native code is wanted, and the first for unsafe memory. */
    private static final int NATIVE_ACCESS = 22;

    private static final int UNSAFE_MEMORY = 24;

    private final Path sources;
    private final Path target;
    private final List<String> maven;

    /** The peer of the project in {@code home}, built into {@code target}. */
    public TorchBuild(Path home, Path target) {
        this(home, target, List.of(isWindows() ? "mvn.cmd" : "mvn"));
    }

    TorchBuild(Path home, Path target, List<String> maven) {
        this.sources = home.resolve("src").resolve("bench").resolve("torch").toAbsolutePath();
        this.target = target.toAbsolutePath();
        this.maven = List.copyOf(maven);
    }

    /**
     * Has it built if need be.
     *
     * @param news hears what is going on
     */
    public void prepare(Children children, Consumer<String> news) {
        Path pom = sources.resolve("pom.xml");
        if (!Files.exists(pom)) {
            throw Problem.of("cli.peerSources", pom).asException();
        }
        if (isFresh()) {
            return;
        }
        news.accept(
                "The peer, libtorch, is built for the bench alone. The first time, Maven fetches about 105 MB into its"
                        + " own folder, which takes about a minute at 15 Mbit/s; another 350 MB are unpacked in "
                        + target);
        long start = System.nanoTime();
        build(children, pom);
        news.accept(String.format(Locale.ROOT, "libtorch is there after %.0f s", (System.nanoTime() - start) / 1e9));
    }

    /** The call of the peer. */
    public List<String> peer() {
        List<String> command = java();
        command.addAll(List.of("-jar", jar().toString()));
        return command;
    }

    /** The call of what keeps a core busy. */
    public List<String> busy() {
        List<String> command = java();
        command.addAll(List.of("-cp", jar().toString(), BUSY));
        return command;
    }

    private void build(Children children, Path pom) {
        Path log = target.resolve("build.log");
        List<String> command = new ArrayList<>(maven);
        command.addAll(List.of("-q", "-B", "-Dstyle.color=never", "-f", pom.toString()));
        command.addAll(List.of("-Dbench.directory=" + target, "package"));
        try {
            Files.createDirectories(target);
            // Half a build must not look like a whole one.
            Files.deleteIfExists(jar());
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
            Process process = start(children, builder);
            process.getOutputStream().close();
            int code = process.onExit().join().exitValue();
            if (children.isEnding()) {
                throw new CancellationException("Interrupted");
            }
            children.end(process);
            if (code != 0 || !Files.exists(jar())) {
                throw Problem.of("cli.peerBuild", code, reason(log), log).asException();
            }
        } catch (IOException failure) {
            throw Problem.of("cli.peerBuild", failure.toString(), target, log).asException(failure);
        }
    }

    private Process start(Children children, ProcessBuilder builder) {
        try {
            return children.start(builder);
        } catch (IOException noSuchProgram) {
            throw Problem.of("cli.noMaven", noSuchProgram.getMessage()).asException(noSuchProgram);
        }
    }

    private static String reason(Path log) throws IOException {
        return Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.startsWith("[ERROR] ") && line.length() > 10)
                .findFirst()
                .orElse("-");
    }

    private boolean isFresh() {
        if (!Files.exists(jar())) {
            return false;
        }
        try (Stream<Path> files = Files.walk(sources)) {
            FileTime built = Files.getLastModifiedTime(jar());
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(built) > 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Path jar() {
        return target.resolve("torch-peer.jar");
    }

    /** A small quiet machine: what it allocates is freed by scopes, and its collector has no threads. */
    private List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC"));
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + target.resolve("cache"));
        command.add("-Dorg.bytedeco.javacpp.nopointergc=true");
        command.addAll(List.of("-Dorg.bytedeco.javacpp.maxbytes=0", "-Dorg.bytedeco.javacpp.maxphysicalbytes=0"));
        if (Runtime.version().feature() >= NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        if (Runtime.version().feature() >= UNSAFE_MEMORY) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        return command;
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
    }
}
