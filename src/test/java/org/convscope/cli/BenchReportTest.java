package org.convscope.cli;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 18, 30, 5);

    @TempDir
    private Path folder;

    private BenchReport report(String wished) {
        return new BenchReport(wished, folder.resolve("bench"), "train", NOW);
    }

    @Test
    void withoutAWishItIsNamedByKindAndHour() {
        assertEquals(
                folder.resolve("bench/train-2026-11-24T18-30-05.json"),
                report(null).file());
    }

    @Test
    void itIsWrittenWholeAndNothingElseIsLeft() throws IOException {
        BenchReport report = report(folder.resolve("new/my.json").toString());
        report.write(Voice.object().put("bench", "train"));
        report.write(Voice.object().put("bench", "infer"));
        assertEquals(
                "infer",
                new ObjectMapper().readTree(report.file().toFile()).get("bench").asText());
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertEquals(List.of(report.file()), files.toList());
        }
    }

    @Test
    void whereItCannotBeIsAProblem() throws IOException {
        Files.writeString(folder.resolve("text"), "");
        assertProblem("cli.report", () -> report(" "));
        assertProblem("cli.report", () -> report("a\0b"));
        assertProblem("cli.report", () -> report(folder.toString()), folder);
        BenchReport below = report(folder.resolve("text/below").toString());
        assertProblem("cli.report", below::check, below.file());
        assertProblem("cli.report", () -> below.write(Voice.object()), below.file());
    }

    @Test
    void toCheckItLeavesWhatIsThere() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.json"), "{}");
        report(mine.toString()).check();
        assertEquals("{}", Files.readString(mine));
    }
}
