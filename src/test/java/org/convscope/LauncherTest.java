package org.convscope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code convscope}, in a small project of its own whose Java and Maven only write down that
 * they were called.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script; Windows has convscope.cmd")
@Timeout(60)
class LauncherTest {

    /** Prints its arguments, one a line. */
    private static final String JAVA = """
            #!/bin/sh
            printf '%s\\n' "$@"
            """;

    /** Waits for a file named gate, if the project has one named locked; then leaves a jar. */
    private static final String MAVEN =
            """
            #!/bin/sh
            echo called >>"$PROJECT/maven.calls"
            echo "what Maven has to say"
            while [ -e "$PROJECT/locked" ] && [ ! -e "$PROJECT/gate" ]; do sleep 0.1; done
            [ ! -e "$PROJECT/broken" ] || { echo '[ERROR] Main.java is not Java'; exit 1; }
            echo jar >"$PROJECT/target/convscope.jar"
            """;

    private static final List<String> TOOLS = List.of(
            "sh",
            "awk",
            "cat",
            "date",
            "dirname",
            "find",
            "getconf",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sleep",
            "touch");

    @TempDir
    Path folder;

    private Path project;
    private Path bin;
    private Path java;

    @BeforeEach
    void layOutAProject() throws IOException {
        folder = folder.toRealPath();
        project = Files.createDirectories(folder.resolve("a project"));
        bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : TOOLS) {
            Path real = Stream.of("/bin", "/usr/bin")
                    .map(place -> Path.of(place, tool))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("this system has no " + tool));
            // A link would do, but JUnit warns of each when it clears the folder.
            script(bin.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
        }
        Files.copy(Path.of("convscope"), project.resolve("convscope"));
        project.resolve("convscope").toFile().setExecutable(true);
        Path sources = Files.createDirectories(project.resolve("src/main/java"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(sources.resolve("Main.java"), "class Main {}");
        java = javaOfVersion("17.0.15");
        script(bin.resolve("mvn"), MAVEN);
        // Long ago, so that whatever a test touches is newer than the jar of the build before.
        age(project.resolve("pom.xml"), sources.resolve("Main.java"), sources, sources.getParent());
    }

    /** Java 17 crashes when it archives the classes of a session that laid out a map (JDK-8274944). */
    @Test
    void noSessionIsArchivedAsItEnds() throws Exception {
        for (String[] words : List.of(new String[0], new String[] {"open", "lenet-relu"}, new String[] {"window"})) {
            Ended ended = launch(project.resolve("convscope"), words);
            assertEquals(0, ended.code(), ended.err());
            assertFalse(ended.out().contains("ArchiveClassesAtExit"), ended.out());
        }
    }

    @Test
    void aCommandReachesTheProgramWordByWord() throws Exception {
        Ended ended = launch(project.resolve("convscope"), "look", "a b", "", "*");
        assertEquals(0, ended.code(), ended.err());
        String words = "-jar\n" + project.toRealPath().resolve("target/convscope.jar") + "\nlook\na b\n\n*\n";
        assertTrue(ended.out().endsWith(words), ended.out());
    }

    @Test
    void stdoutBelongsToTheCommandEvenWhileItBuilds() throws Exception {
        Ended ended = launch(project.resolve("convscope"), "census");
        assertFalse(ended.out().contains("Maven"), ended.out());
        assertTrue(ended.err().contains("convscope: building"), ended.err());
        assertTrue(ended.err().contains("convscope: built in "), ended.err());
    }

    @Test
    void aLinkInAnotherFolderLeadsToTheProject() throws Exception {
        Path near = Files.createDirectories(folder.resolve("elsewhere")).resolve("near");
        Files.createSymbolicLink(near, Path.of("../a project/convscope"));
        Path far = Files.createSymbolicLink(folder.resolve("far"), near);
        Ended ended = launch(far, "census");
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().contains("-Dconvscope.home=" + project + "\n"), ended.out());
    }

    @Test
    void whatIsFreshIsNotBuiltAgainAndWhatIsNewerIs() throws Exception {
        launch(project.resolve("convscope"), "census");
        launch(project.resolve("convscope"), "census");
        assertEquals(1, builds());
        Files.setLastModifiedTime(
                project.resolve("src/main/java/Main.java"),
                FileTime.from(Instant.now().plusSeconds(60)));
        launch(project.resolve("convscope"), "census");
        assertEquals(2, builds());
    }

    @Test
    void aFailedBuildNamesItsLogAndLeavesNoProgram() throws Exception {
        Files.createFile(project.resolve("broken"));
        Ended ended = launch(project.resolve("convscope"), "census");
        assertEquals(1, ended.code());
        assertEquals("", ended.out());
        assertTrue(ended.err().contains("Main.java is not Java"), ended.err());
        assertTrue(ended.err().contains("its log: " + project.resolve("target/launcher/build.log")), ended.err());
        assertFalse(Files.exists(project.resolve("target/convscope.jar")));
        Files.delete(project.resolve("broken"));
        assertEquals(0, launch(project.resolve("convscope"), "census").code());
    }

    @Test
    void anOldJavaIsNamedTogetherWithWhatBringsANewOne() throws Exception {
        java = javaOfVersion("11.0.2");
        Ended ended = launch(project.resolve("convscope"), "census");
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains("found Java 11 in " + java), ended.err());
        assertTrue(ended.err().contains("This brings it: "), ended.err());
        assertEquals(1, ended.err().lines().count());
    }

    @Test
    void javaEightIsNotTakenForJavaOne() throws Exception {
        java = javaOfVersion("1.8.0_402");
        assertTrue(launch(project.resolve("convscope")).err().contains("found Java 8 in "));
    }

    @Test
    void withoutMavenOneSentenceSaysWhatBringsIt() throws Exception {
        Files.delete(bin.resolve("mvn"));
        Ended ended = launch(project.resolve("convscope"), "census");
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains("takes Maven"), ended.err());
        assertEquals(1, ended.err().lines().count());
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        Files.createFile(project.resolve("locked"));
        Process first = begin(project.resolve("convscope"), "census");
        BufferedReader firstSays = first.errorReader(UTF_8);
        assertTrue(firstSays.readLine().contains("building"));
        Process second = begin(project.resolve("convscope"), "census");
        assertTrue(second.errorReader(UTF_8).readLine().contains("waiting"));
        Files.createFile(project.resolve("gate"));
        assertEquals(0, second.waitFor());
        assertEquals(0, first.waitFor());
        assertEquals(1, builds());
        assertFalse(Files.exists(project.resolve("target/launcher/lock")));
    }

    @Test
    void theLockOfADeadBuilderIsTakenOver() throws Exception {
        Process dead = new ProcessBuilder(bin.resolve("sh").toString(), "-c", ":").start();
        dead.waitFor();
        Path lock = Files.createDirectories(project.resolve("target/launcher/lock"));
        Files.writeString(lock.resolve("owner"), dead.pid() + "\n");
        Files.writeString(project.resolve("target/convscope.jar"), "half a program");
        age(project.resolve("target/convscope.jar"));
        age(project.resolve("pom.xml"));
        Ended ended = launch(project.resolve("convscope"), "census");
        assertEquals(0, ended.code(), ended.err());
        assertEquals("jar\n", Files.readString(project.resolve("target/convscope.jar")));
        assertFalse(Files.exists(lock));
    }

    @Test
    void anInterruptedBuildLeavesNeitherLockNorProgram() throws Exception {
        Files.createFile(project.resolve("locked"));
        Process building = begin(project.resolve("convscope"), "census");
        assertTrue(building.errorReader(UTF_8).readLine().contains("building"));
        building.destroy(); // SIGTERM
        assertEquals(143, building.waitFor());
        assertFalse(Files.exists(project.resolve("target/launcher/lock")));
        assertFalse(Files.exists(project.resolve("target/convscope.jar")));
    }

    /** How a launch ended. */
    private record Ended(int code, String out, String err) {}

    private Ended launch(Path launcher, String... arguments) throws IOException, InterruptedException {
        Path err = Files.createTempFile(folder, "stderr", ".txt");
        Process process =
                prepare(launcher, arguments).redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), out, Files.readString(err));
    }

    private Process begin(Path launcher, String... arguments) throws IOException {
        return prepare(launcher, arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder prepare(Path launcher, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(folder.toFile());
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("PROJECT", project.toString());
        return builder;
    }

    private Path javaOfVersion(String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve("java " + version));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"None\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), JAVA);
        script(home.resolve("bin/javac"), JAVA);
        return home;
    }

    private long builds() throws IOException {
        return Files.readAllLines(project.resolve("maven.calls")).size();
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertTrue(file.toFile().setExecutable(true));
    }

    private static void age(Path... files) throws IOException {
        for (Path file : files) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
        }
    }
}
