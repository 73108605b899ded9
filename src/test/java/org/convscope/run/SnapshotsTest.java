package org.convscope.run;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

    private static final int PARAMETERS = 70_000;

    @TempDir
    private Path folder;

    private Path file;
    private Snapshots snapshots;

    @BeforeEach
    void make() {
        file = folder.resolve("snapshots.bin");
        snapshots = new Snapshots(file);
    }

    @Test
    void whatWasPutDownIsReadToTheLastBit() throws IOException {
        put(5, 3, 8);
        assertEquals(List.of(3L, 5L, 8L), snapshots.steps());
        for (long step : snapshots.steps()) {
            assertArrayEquals(values(step), snapshots.read(step));
            assertArrayEquals(values(step), found(Long.MAX_VALUE).read(step));
        }
        assertEquals(OptionalLong.of(5), found(8).beginning());
        assertProblem("run.noSnapshot", () -> snapshots.read(4), 4L);
    }

    @Test
    void whatIsLetGoLeavesItsPlaceToAnother() throws IOException {
        put(0, 1, 2, 3);
        long size = Files.size(file);
        snapshots.thinOut(step -> step % 2 == 0);
        put(4, 6);
        assertEquals(size, Files.size(file));
        assertEquals(List.of(0L, 2L, 4L, 6L), snapshots.steps());
        assertEquals(snapshots.steps(), found(Long.MAX_VALUE).steps());
        put(6);
        assertEquals(size, Files.size(file), "the same step again takes its own place");
        assertArrayEquals(values(6), snapshots.read(6));
    }

    @Test
    void whatCameAfterTheSavedNetworkIsForgottenForGood() throws IOException {
        put(0, 1, 2, 3);
        assertEquals(List.of(0L, 1L), found(1).steps());
        assertEquals(List.of(0L, 1L), found(Long.MAX_VALUE).steps());
    }

    @Test
    void whatAKillLeftHalfWrittenIsFree() throws IOException {
        put(0, 1, 2);
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 50; i++) {
            Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
            Snapshots torn = found(Long.MAX_VALUE);
            assertTrue(List.of(0L, 1L, 2L).containsAll(torn.steps()));
            torn.put(9, values(9));
            assertArrayEquals(values(9), torn.read(9));
            assertEquals(torn.steps(), found(Long.MAX_VALUE).steps());
        }
    }

    @Test
    void whatTheDiskHasChangedIsNotShown() throws IOException {
        put(0, 1);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 5] ^= 1;
        Files.write(file, bytes);
        assertProblem("run.noSnapshot", () -> snapshots.read(1), 1L);
        assertEquals(List.of(0L), found(Long.MAX_VALUE).steps());
    }

    @Test
    void anotherNetworksFileIsBegunAnew() throws IOException {
        new Snapshots(file).put(0, new float[3]);
        Snapshots own = found(Long.MAX_VALUE);
        assertEquals(List.of(), own.steps());
        own.put(7, values(7));
        assertEquals(OptionalLong.of(7), own.beginning());
        assertEquals(List.of(7L), found(7).steps());
        assertEquals(OptionalLong.empty(), found(6).beginning(), "a record that begins later is none");
    }

    @Test
    void aFileIsSoundIfItBeginsAsItShould() throws IOException {
        put(0, 1);
        assertTrue(SnapshotFile.isSound(file));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertTrue(SnapshotFile.isSound(file), "a kill may have cut it");
        Files.write(file, new byte[7]);
        assertFalse(SnapshotFile.isSound(file));
        bytes[0]++;
        Files.write(file, bytes);
        assertFalse(SnapshotFile.isSound(file));
    }

    private void put(long... steps) throws IOException {
        for (long step : steps) {
            snapshots.put(step, values(step));
        }
    }

    private Snapshots found(long last) throws IOException {
        Snapshots found = new Snapshots(file);
        found.find(last, PARAMETERS);
        return found;
    }

    private static float[] values(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[PARAMETERS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }
}
