package org.convscope.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.convscope.problem.Problem;

/** What the machine offers a window and an engine, asked without touching either. */
public final class Surroundings {

    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final List<String> TELLING = List.of("avx2", "avx512f", "avx512_bf16", "fma", "asimd");

    private Surroundings() {}

    /** Whether this is Linux, where a display and libraries may be missing. */
    public static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    /** The display that a window would open on: {@code :0}, a Wayland socket, {@code desktop}; empty for none. */
    public static String display() {
        if (!isLinux()) {
            return "desktop";
        }
        return Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                .map(System::getenv)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse("");
    }

    /** What keeps a window from opening, with the command that helps. */
    public static List<Problem> windowProblems() {
        List<Problem> problems = new ArrayList<>();
        if (display().isEmpty()) {
            problems.add(Problem.of("cli.noDisplay"));
        }
        if (isLinux()) {
            Set<String> libraries = libraries();
            if (!libraries.isEmpty()) {
                missing(libraries, "libgtk-3.so.0", "libgtk-3-0").ifPresent(problems::add);
                missing(libraries, "libXtst.so.6", "libxtst6").ifPresent(problems::add);
                missing(libraries, "libGL.so.1", "libgl1").ifPresent(problems::add);
            }
        }
        return problems;
    }

    /** The processor's vector instructions that arithmetic can use. */
    public static List<String> cpuFeatures() {
        if (!Files.isReadable(CPU)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(CPU)) {
            Set<String> flags = new LinkedHashSet<>();
            lines.filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                    .limit(1)
                    .forEach(line -> flags.addAll(List.of(line.split("\\s+"))));
            return TELLING.stream().filter(flags::contains).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** What the processor calls itself; its architecture where it cannot be asked. */
    public static String cpuModel() {
        String architecture = System.getProperty("os.arch", "unknown");
        if (!Files.isReadable(CPU)) {
            return architecture;
        }
        try (Stream<String> lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        } catch (IOException unreadable) {
            return architecture;
        }
    }

    /** A font that writes Chinese, if one is installed; always one where the system brings it along. */
    public static Optional<String> cjkFont() {
        if (!isLinux()) {
            return Optional.of("the system's");
        }
        return lines("fc-list", ":lang=zh-cn", "family").stream()
                .map(line -> line.split(",")[0])
                .sorted()
                .findFirst();
    }

    private static Optional<Problem> missing(Set<String> libraries, String library, String debianPackage) {
        return libraries.contains(library)
                ? Optional.empty()
                : Optional.of(Problem.of("cli.noLibrary", library, debianPackage));
    }

    private static Set<String> libraries() {
        Set<String> names = new LinkedHashSet<>();
        for (String ldconfig : List.of("/sbin/ldconfig", "/usr/sbin/ldconfig")) {
            if (names.isEmpty() && Files.isExecutable(Path.of(ldconfig))) {
                lines(ldconfig, "-p").forEach(line -> names.add(line.strip().split("\\s")[0]));
            }
        }
        return names;
    }

    /** What a small program of the system prints; nothing where there is no such program. */
    private static List<String> lines(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                return reader.lines().toList();
            }
        } catch (IOException noSuchProgram) {
            return List.of();
        }
    }
}
