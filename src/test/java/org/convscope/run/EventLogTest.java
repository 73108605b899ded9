package org.convscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.convscope.train.TrainEvent.EpochDone;
import org.convscope.train.TrainEvent.SampleScored;
import org.convscope.train.TrainEvent.StepDone;
import org.convscope.train.TrainEvent.TrainSampleScored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventLogTest {

    @TempDir
    private Path folder;

    private Path file;
    private EventLog log;

    @BeforeEach
    void open() {
        file = folder.resolve("metrics.csv");
        log = new EventLog(file, EventLines.STEPS);
    }

    static Stream<Long> seeds() {
        return new SplittableRandom(20261123).longs(100).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEventIsReadAsItWasWritten(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StepDone step = anyStep(random);
        assertEquals(step, EventLines.step(EventLines.line(step)));
        SampleScored sample = new SampleScored(random.nextLong(), random.nextInt(), any(random), any(random));
        assertEquals(sample, EventLines.score(EventLines.line(sample)));
        EpochDone epoch = new EpochDone(
                random.nextLong(),
                random.nextInt(),
                random.nextLong(),
                any(random),
                any(random),
                any(random),
                any(random),
                any(random));
        assertEquals(epoch, EventLines.score(EventLines.line(epoch)));
        TrainSampleScored train = new TrainSampleScored(random.nextLong(), random.nextInt(), any(random), any(random));
        assertEquals(train, EventLines.score(EventLines.line(train)));
        assertEquals(EventLines.STEPS.split(",").length, EventLines.line(step).split(",", -1).length);
        assertEquals(EventLines.SCORES.split(",").length, EventLines.line(epoch).split(",", -1).length);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFileThatIsTornAnywhereKeepsItsWholeLines(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<StepDone> steps = new ArrayList<>();
        for (int i = random.nextInt(1, 20); i > 0; i--) {
            steps.add(anyStep(random));
            log.append(EventLines.line(steps.get(steps.size() - 1)));
            if (random.nextInt(3) == 0) {
                log.flush();
            }
        }
        log.flush();
        assertEquals(steps, EventLog.read(file, EventLines::step));

        long length = random.nextLong(Files.size(file));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
        List<StepDone> left = EventLog.read(file, EventLines::step);
        assertEquals(steps.subList(0, left.size()), left);
        long lines = Files.readString(file).chars().filter(c -> c == '\n').count();
        assertEquals(Math.max(0, lines - 1), left.size());
    }

    @Test
    void nothingIsBelievedFromATornLineOn() throws IOException {
        StepDone step = anyStep(new SplittableRandom(1));
        log.append(EventLines.line(step));
        log.append("12,1,2");
        log.append(EventLines.line(step));
        log.flush();
        assertEquals(List.of(step), EventLog.read(file, EventLines::step));
        Files.write(file, new byte[] {'\n', (byte) 0xFF, 0, '\n'});
        assertEquals(List.of(), EventLog.read(file, EventLines::step));
        assertEquals(List.of(), EventLog.read(folder.resolve("none.csv"), EventLines::step));
    }

    @Test
    void whatTheDiskRefusesWaits() throws IOException {
        StepDone step = anyStep(new SplittableRandom(1));
        log.append(EventLines.line(step));
        Files.createDirectory(file);
        assertThrows(IOException.class, log::flush);
        Files.delete(file);
        log.flush();
        log.flush();
        assertEquals(List.of(step), EventLog.read(file, EventLines::step));
        assertTrue(Files.readString(file).startsWith("step,epoch,images,loss,accuracy,rate,millis\n"));
    }

    private static StepDone anyStep(SplittableRandom random) {
        return new StepDone(
                random.nextLong(),
                random.nextInt(),
                any(random),
                any(random),
                any(random),
                any(random),
                random.nextLong());
    }

    private static double any(SplittableRandom random) {
        double[] special = {Double.NaN, Double.POSITIVE_INFINITY, 0.1 + 0.2, Double.MIN_VALUE, -0.0};
        return random.nextInt(4) == 0
                ? special[random.nextInt(special.length)]
                : random.nextDouble() * Math.pow(10, random.nextInt(-30, 30));
    }
}
