package org.convscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.convscope.net.Network;
import org.convscope.spec.Scenario;
import org.convscope.train.TrainEvent.EpochDone;
import org.convscope.train.TrainEvent.StepDone;
import org.convscope.train.TrainState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A training in a process of its own is killed as {@code kill -9} does it, at moments drawn by lot: between
 * steps, in the middle of one, while a network is half-written. Whatever it left is opened, gone on with,
 * and ends as if nothing had happened. {@code -Dkills=1000 -Dkills.seed=7} for more and other ones.
 */
class KilledRunTest {

    private static final int KILLS_OF_A_RUN = 4;
    private static final long LONGEST_STEP_NANOS = 20_000_000;

    @TempDir
    private Path folder;

    private final Map<Scenario, RecordedRun> undisturbed = new HashMap<>();
    private int halfWritten;
    private int unsaved;

    @Test
    @Timeout(300)
    void aRunThatIsKilledGoesOnAsIfItHadNeverStopped() throws Exception {
        kill(3, 20261126, 2);
    }

    @Test
    @Tag("slow")
    @Timeout(3600)
    void aHundredKillsAtRandomMomentsLoseNothing() throws Exception {
        int kills = Integer.getInteger("kills", 100);
        kill(kills, Long.getLong("kills.seed", 5), DisturbedRun.scenarios().size());
        System.out.println(kills + " kills: " + unsaved + " before a network was saved, " + halfWritten
                + " while a file was written");
        assertTrue(halfWritten > 0, "no kill came while a file was written");
    }

    private void kill(int kills, long seed, int scenarios) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        int run = 0;
        for (int left = kills; left > 0; run++) {
            int some = Math.min(left, random.nextInt(1, KILLS_OF_A_RUN + 1));
            Scenario scenario = DisturbedRun.scenarios().get(run % scenarios);
            RecordedRun whole = undisturbed.computeIfAbsent(
                    scenario,
                    plan -> DisturbedRun.begin(DisturbedRun.store(folder.resolve("whole")), plan, step -> {}));
            disturb(folder.resolve("run-" + run), run % scenarios, some, random, whole);
            left -= some;
        }
    }

    private void disturb(Path root, int scenario, int kills, SplittableRandom random, RecordedRun whole)
            throws Exception {
        RunStore store = DisturbedRun.store(root);
        List<String> call = new ArrayList<>(List.of(root.toString(), "" + scenario));
        for (int i = 0; i < kills; i++) {
            long saved = startAndKill(call, random);
            List<RunEntry> found = store.list();
            assertEquals(1, found.size(), "a run that has made a step is there: " + found);
            assertTrue(found.get(0).problem().isEmpty(), found::toString);
            RecordedRun killed = store.open(found.get(0).id());
            mustBeWholeUpToWhatWasSaved(killed, saved, whole);
            if (call.size() == 2) {
                call.add(found.get(0).id());
            }
        }
        RecordedRun ended = DisturbedRun.goOn(store, call.get(2), step -> {});
        mustBeAlike(ended, whole);
    }

    /** Lets it make some of its steps, and then anything from nothing to a few more; returns what it said was saved. */
    private long startAndKill(List<String> call, SplittableRandom random) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                DisturbedRun.class.getName()));
        command.addAll(call);
        Process training = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long saved = 0;
        int wanted = random.nextInt(1, DisturbedRun.STEPS / 3);
        long nanosMore = random.nextLong(LONGEST_STEP_NANOS);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(training.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            for (int steps = 1; line != null && steps < wanted; steps++) {
                saved = Long.parseLong(line.split(" ")[1]);
                line = out.readLine();
            }
            var ended = training.waitFor(nanosMore, TimeUnit.NANOSECONDS);
            assertTrue(!ended || training.exitValue() == 0, "it failed by itself");
        } finally {
            training.destroyForcibly().waitFor();
        }
        return saved;
    }

    private void mustBeWholeUpToWhatWasSaved(RecordedRun killed, long told, RecordedRun whole) throws IOException {
        long saved = 0;
        if (killed.model().isPresent()) {
            try (Network network = DisturbedRun.network(killed.card().scenario())) {
                killed.model().orElseThrow().loadInto(network);
                saved = network.step();
            }
        } else {
            unsaved++;
        }
        assertTrue(saved >= told, "saved at " + saved + ", as it said at " + told);
        assertTrue(killed.canGoOn());
        List<StepDone> steps = killed.steps();
        assertTrue(steps.size() >= saved, steps.size() + " steps of " + saved);
        assertEquals(
                LongStream.rangeClosed(1, steps.size()).boxed().toList(),
                steps.stream().map(StepDone::step).toList());
        assertEquals(Values.before(saved, whole), Values.before(saved, killed));
        if (Values.parts(killed.folder()) > 0) {
            halfWritten++;
        }
    }

    private static void mustBeAlike(RecordedRun ended, RecordedRun whole) throws IOException {
        assertEquals(
                Values.network(whole), Values.network(ended), "weights, optimizer state and step, to the last bit");
        assertEquals(Values.before(Long.MAX_VALUE, whole), Values.before(Long.MAX_VALUE, ended));
        assertEquals(Values.snapshots(whole), Values.snapshots(ended), "what can be gone back to");
        assertEquals(DisturbedRun.STEPS, ended.steps().size());
        assertEquals(whole.steered(), ended.steered());
        assertEquals(Values.of(whole.card().standing()), Values.of(ended.card().standing()));
        assertEquals(TrainState.FINISHED, ended.card().standing().state());
        assertEquals(ended.card(), RunCard.read(ended.folder().resolve("run.json")));
        assertEquals(0, Values.parts(ended.folder()), "what was half-written is gone");
    }

    /** What must be equal of a record; everything but times. */
    private static final class Values {

        private Values() {}

        /** Checksums of the network's entries, but for DL4J's configuration, in which it writes a time as a seed. */
        static Map<String, String> network(RecordedRun run) throws IOException {
            Map<String, String> checksums = new TreeMap<>();
            for (Map.Entry<String, byte[]> entry :
                    Zips.entries(run.folder().resolve("model.zip")).entrySet()) {
                checksums.put(
                        entry.getKey(),
                        HexFormat.of().formatHex(ModelZip.sha256().digest(entry.getValue())));
            }
            checksums.keySet().removeAll(List.of(ModelZip.CARD, "configuration.json"));
            assertEquals(3, checksums.size(), checksums::toString);
            return checksums;
        }

        /** The parameters of every recorded step, as their hash. */
        static Map<Long, Integer> snapshots(RecordedRun run) throws IOException {
            int parameters;
            try (Network network = DisturbedRun.network(run.card().scenario())) {
                parameters = network.parameters().length;
            }
            Snapshots found = new Snapshots(run.folder().resolve("snapshots.bin"));
            found.find(Long.MAX_VALUE, parameters);
            Map<Long, Integer> hashes = new TreeMap<>();
            found.steps().forEach(step -> hashes.put(step, Arrays.hashCode(found.read(step))));
            assertTrue(hashes.containsKey(0L) && hashes.containsKey(1L), hashes::toString);
            return hashes;
        }

        static List<List<Object>> before(long step, RecordedRun run) {
            List<List<Object>> values = new ArrayList<>();
            run.steps().stream()
                    .filter(done -> done.step() <= step)
                    .forEach(done -> values.add(List.of(
                            done.step(),
                            done.epoch(),
                            done.loss(),
                            done.accuracy(),
                            done.learningRate(),
                            done.images())));
            // A score of the very step may be due still.
            run.scores().stream()
                    .filter(score -> score.step() < step)
                    .forEach(score -> values.add(
                            score instanceof EpochDone test
                                    ? List.of(
                                            test.step(),
                                            test.images(),
                                            test.trainLoss(),
                                            test.trainAccuracy(),
                                            test.testLoss(),
                                            test.testAccuracy())
                                    : List.of(score)));
            return values;
        }

        static List<Object> of(Standing standing) {
            return List.of(
                    standing.state(),
                    standing.step(),
                    standing.epoch(),
                    standing.trainLoss(),
                    standing.trainAccuracy(),
                    standing.testLoss(),
                    standing.testAccuracy(),
                    standing.ended().isPresent());
        }

        static long parts(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(WholeFile.PART))
                        .count();
            }
        }
    }
}
