package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.convscope.cli.peer.BusyCore;
import org.convscope.cli.peer.Children;
import org.convscope.cli.peer.Description;
import org.convscope.cli.peer.PeerProcess;
import org.convscope.cli.peer.TorchBuild;
import org.convscope.cli.peer.TorchRacer;
import org.convscope.workbench.Agreement;
import org.convscope.workbench.Contest;
import org.convscope.workbench.EngineBench;
import org.convscope.workbench.Interruption;
import org.convscope.workbench.Race;
import org.convscope.workbench.Racer;

/**
 * Races the engine against a peer, network by network. First both show that they are the same network: the
 * losses of their first steps on one batch, or their class probabilities, must agree.
 */
final class RaceBench {

    /** What a person may wish. */
    record Wishes(boolean training, String peer, boolean busy, int rounds, int threads, List<Contest> contests) {}

    static final String LIBTORCH = "libtorch";
    static final String DL4J = "dl4j";

    /** Steps whose losses must agree before a race. */
    private static final int PROOF_STEPS = 20;

    /**
     * The same with batch norm, which makes ten times as much of rounding with every step: of ResNet's losses, the
     * first three were 1e-7, 7e-7 and 1e-6 apart, the fifth 1e-2.
     */
    private static final int NORMED_PROOF_STEPS = 3;

    private static final double TURN_SECONDS = 1.5;
    /** The JIT takes this long until a step on blocks is as fast as it gets. */
    private static final double WARM_UP_SECONDS = 6;

    private static final int LOOKING_BATCH = 256;
    private static final Path HOME = Path.of(System.getProperty("convscope.home", "."));

    private final Voice voice;
    private final EngineBench bench;
    private final Wishes wishes;
    private final ObjectNode root;
    private final BenchReport report;

    /** A bench that fills {@code root} and keeps {@code report} as it goes. */
    RaceBench(Voice voice, EngineBench bench, Wishes wishes, ObjectNode root, BenchReport report) {
        this.voice = voice;
        this.bench = bench;
        this.wishes = wishes;
        this.root = root;
        this.report = report;
    }

    /** Where the peer is built, and where reports lie unless they are wished elsewhere. */
    static Path folder() {
        return HOME.resolve("target").resolve("bench");
    }

    /** Races, or returns {@code false}: Ctrl-C came, and the machine ends with its code. */
    boolean run() {
        Children children = new Children();
        GuestRoom room = new GuestRoom(null);
        Interruption interruption = Interruption.call(() -> {
            children.close();
            room.close();
        });
        boolean interrupted = false;
        try {
            race(children, room);
        } catch (CancellationException told) {
            interrupted = true;
        } finally {
            // Else the room is being cleared already.
            if (interruption.withdraw()) {
                children.close();
                room.close();
            }
        }
        return !interrupted;
    }

    private void race(Children children, GuestRoom room) {
        announce();
        if (!wishes.peer().equals(LIBTORCH)) {
            each(new Beside(null, null, null));
            return;
        }
        TorchBuild build = new TorchBuild(HOME, folder().resolve("torch"));
        build.prepare(children, voice::tell);
        Path errors = room.folder().resolve("peer.log");
        try (PeerProcess process = new PeerProcess(children, build.peer(), errors)) {
            each(new Beside(process, new Description(room.folder()), () -> new BusyCore(children, build.busy())));
        }
    }

    private void announce() {
        voice.tell(String.format(
                Locale.ROOT,
                "Races: %d, against %s; each warms up for %.0f s and takes %d turns of %.1f s per number of threads",
                wishes.contests().size() * works().size(),
                wishes.peer(),
                WARM_UP_SECONDS,
                wishes.rounds(),
                TURN_SECONDS));
    }

    private void each(Beside beside) {
        for (Contest contest : wishes.contests()) {
            Optional<Agreement> agreement = prove(contest, beside);
            for (Racer.Work work : works()) {
                race(contest, work, beside, agreement);
                report.write(root);
            }
        }
    }

    private void race(Contest contest, Racer.Work work, Beside beside, Optional<Agreement> agreement) {
        int batch = work == Racer.Work.LOOK_AT_ONE ? 1 : contest.batchSize();
        String name = contest.title() + ", batch " + batch;
        voice.tell(name + ": warming up");
        Map<Race.Lane, Integer> over = new HashMap<>();
        List<Race.Round> rounds;
        try (Racer ours = bench.ours(contest);
                Racer peer = peer(contest, beside)) {
            Race.Plan plan = new Race.Plan(work, wishes.rounds(), TURN_SECONDS, WARM_UP_SECONDS, threads());
            rounds = new Race(ours, peer, plan, beside)
                    .run(
                            wishes.busy(),
                            round -> voice.tell(RaceResults.news(
                                    name, over.merge(round.lane(), 1, Integer::sum), wishes.rounds(), round)));
        }
        RaceResults results = new RaceResults(contest, batch, wishes.peer(), wishes.training(), rounds);
        results.rounds((ArrayNode) root.get("rounds"));
        ArrayNode list = (ArrayNode) root.get("results");
        int before = list.size();
        results.results(list);
        for (int i = before; i < list.size(); i++) {
            ObjectNode result = (ObjectNode) list.get(i);
            Voice.put(
                    result,
                    "largestDifference",
                    agreement.map(Agreement::difference).orElse(Double.NaN));
        }
        results.lines().forEach(voice::say);
    }

    /** Holds the two against each other; empty if the network drops units at random and cannot do without. */
    private Optional<Agreement> prove(Contest contest, Beside beside) {
        Optional<Contest> steady = contest.withoutDropout();
        Optional<Agreement> agreement = steady.map(proof -> {
            try (Racer ours = bench.ours(proof);
                    Racer peer = peer(proof, beside)) {
                int steps = contest.hasBatchNorm() ? NORMED_PROOF_STEPS : PROOF_STEPS;
                return wishes.training()
                        ? Agreement.of(contest.title(), ours.losses(steps), peer.losses(steps))
                        : Agreement.of(contest.title(), ours.probabilities(), peer.probabilities());
            }
        });
        voice.tell(agreement
                .map(found -> String.format(
                        Locale.ROOT,
                        "%s, batch %d: the same network: %d %s agree to %.1e",
                        contest.title(),
                        contest.batchSize(),
                        found.steps(),
                        wishes.training() ? "losses" : "probabilities",
                        found.difference()))
                .orElse(contest.title() + ": not compared, since it drops units at random"));
        return agreement;
    }

    private Racer peer(Contest contest, Beside beside) {
        if (beside.process == null) {
            return bench.dl4j(contest);
        }
        List<Integer> labels = IntStream.range(0, contest.batchSize())
                .mapToObj(EngineBench::label)
                .toList();
        TorchRacer racer = new TorchRacer(
                beside.process,
                beside.description.write(
                        contest.blueprint(),
                        bench.parameters(contest),
                        EngineBench.images(contest),
                        labels,
                        EngineBench.RATE));
        root.put("peerVersion", racer.version());
        return racer;
    }

    private List<Racer.Work> works() {
        return wishes.training()
                ? List.of(Racer.Work.LEARN)
                : List.of(Racer.Work.LOOK_AT_ONE, Racer.Work.LOOK_AT_BATCH);
    }

    private List<Integer> threads() {
        if (wishes.threads() > 0) {
            return List.of(wishes.threads());
        }
        return IntStream.rangeClosed(1, Runtime.getRuntime().availableProcessors())
                .boxed()
                .toList();
    }

    /** The networks that are looked at: each once, with a large batch. */
    static List<Contest> looking(List<Contest> contests) {
        return contests.stream()
                .map(contest -> contest.withBatch(LOOKING_BATCH))
                .distinct()
                .toList();
    }

    /** Starts what keeps a core busy. */
    @FunctionalInterface
    private interface Crowd {
        BusyCore start();
    }

    /** What runs beside the engine; nothing of it if the peer is an engine, too. */
    private static final class Beside implements Race.Track {
        private final PeerProcess process;
        private final Description description;
        private final Crowd crowd;

        Beside(PeerProcess process, Description description, Crowd crowd) {
            this.process = process;
            this.description = description;
            this.crowd = crowd;
        }

        @Override
        public double peak() {
            if (process == null) {
                return Double.NaN;
            }
            process.ask("threads 1");
            return process.ask("peak").path("gigaflops").asDouble();
        }

        @Override
        public void whileBusy(Runnable work) {
            crowd.start().during(work);
        }
    }
}
