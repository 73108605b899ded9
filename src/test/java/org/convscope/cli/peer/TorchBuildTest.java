package org.convscope.cli.peer;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maven is never run here: what takes its place is this machine's Java, which does not know Maven's options. */
class TorchBuildTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path folder;

    private final List<String> news = new ArrayList<>();

    private void prepare(Path home, String maven) {
        try (Children children = new Children()) {
            new TorchBuild(home, folder.resolve("target"), List.of(maven)).prepare(children, news::add);
        }
    }

    @Test
    void withoutItsSourcesThereIsNoPeer() {
        assertProblem("cli.peerSources", () -> prepare(folder, JAVA), "pom.xml");
    }

    @Test
    void withoutMavenThereIsNoPeer() {
        assertProblem("cli.noMaven", () -> prepare(Path.of("."), "no-such-maven"), "no-such-maven");
    }

    @Test
    void aBuildThatFailsIsAProblemThatNamesItsLog() {
        assertProblem("cli.peerBuild", () -> prepare(Path.of("."), JAVA), folder.resolve("target/build.log"));
        assertTrue(news.get(0).contains("105 MB"), news.toString());
    }

    @Test
    void whatIsNewerThanItsSourcesIsNotBuiltAgain() throws IOException {
        Path jar = Files.createDirectories(folder.resolve("target")).resolve("torch-peer.jar");
        Files.writeString(jar, "");
        prepare(Path.of("."), "no-such-maven");
        assertEquals(List.of(), news);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        assertProblem("cli.noMaven", () -> prepare(Path.of("."), "no-such-maven"));
    }

    @Test
    void thePeerKeepsItsLibrariesToItself() {
        TorchBuild build = new TorchBuild(Path.of("."), folder);
        assertTrue(build.peer().contains("-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("cache")));
        assertTrue(build.peer().contains(folder.resolve("torch-peer.jar").toString()));
        assertTrue(build.busy().contains("org.convscope.bench.torch.BusyCore"));
    }
}
