package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.convscope.blueprint.Zoo;
import org.convscope.problem.Problem;
import org.convscope.workbench.Contest;
import org.convscope.workbench.EngineBench;
import org.convscope.workbench.Spread;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the program on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures speed and memory on this machine.",
            "train, infer: the engine and libtorch, or DL4J as it comes, in turns.",
            "watch: training with the window open, watched and unwatched in turns.",
            "lockstep: two LeNets kept together and one of them alone in turns, the window open, all maps moving.",
            "window: frames a second, and how fast a click is answered.",
            "start: from the call to the first feature maps, and to the first step of learning.",
            "travel: what ten epochs take on the disk, and how fast the slider of the recorded steps is answered.",
            "memory: growth while it trains with the window open.",
            "curves: frames a second of eight growing curves with 10,000 points each, and of JavaFX's line chart.",
            "pan: frames a second while the map of a large network is moved, all its blocks open.",
            "book: networks in the size of the course: opening, looking, a step of learning, and the most memory it took."
        })
final class BenchCommand implements Callable<Integer> {

    static final String PAN = "pan";
    static final String BOOK = "book";

    private static final List<String> KINDS =
            List.of("train", "infer", "watch", "lockstep", "window", "start", "memory", "travel", "curves", PAN, BOOK);
    private static final List<String> RACES = List.of("train", "infer");
    private static final int MOST_ROUNDS = 100;
    private static final List<String> PEERS = List.of(RaceBench.LIBTORCH, RaceBench.DL4J);

    /** The network of the course, and the one that the window opens with. */
    private static final String STANDARD = "lenet";

    /** Whose map is panned. */
    private static final String LARGE = "googlenet";

    @Parameters(
            paramLabel = "KIND",
            description = "train, infer, watch, lockstep, window, start, memory, travel, curves, pan or book.")
    private String kind;

    @Option(
            names = "--net",
            paramLabel = "N",
            description =
                    "The network of train, infer and book, all if not given; of pan, googlenet if not given; other windows are measured with theirs, lenet.")
    private String network;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "How often each takes its turn.")
    private int rounds;

    @Option(
            names = "--peer",
            paramLabel = "P",
            defaultValue = RaceBench.LIBTORCH,
            description = "Against whom train and infer race: libtorch, fetched by Maven, or dl4j as it comes.")
    private String peer;

    @Option(names = "--busy", description = "Repeats every turn while another process keeps one core busy.")
    private boolean busy;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where train and infer write their report; in target/bench if not given.")
    private String report;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "10", description = "How long bench memory trains.")
    private double minutes;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "128",
            description = "Images of a step of book, or as many of them as fit in memory.")
    private int batch;

    @Option(names = "--here", hidden = true, description = "Measures book in this very process.")
    private boolean here;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final Supplier<EngineBench> benches;
    private final Function<WorkbenchWishes, Workbench> workbenches;

    BenchCommand(Voice voice, Supplier<EngineBench> benches, Function<WorkbenchWishes, Workbench> workbenches) {
        this.voice = voice;
        this.benches = benches;
        this.workbenches = workbenches;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        if (!KINDS.contains(kind) || rounds < 1 || rounds > MOST_ROUNDS || !(minutes > 0 && minutes <= 600)) {
            throw Problem.of(
                            "cli.bench",
                            kind + ", " + rounds + " rounds, " + minutes + " minutes",
                            String.join(", ", KINDS))
                    .asException();
        }
        checkNetwork();
        checkPeer();
        ObjectNode root = Voice.object().put("bench", kind);
        ArrayNode list = root.putArray("rounds");
        ArrayNode results = root.putArray("results");
        if (RACES.contains(kind)) {
            return race(root);
        }
        if (!measured(list, results)) {
            return ExitCode.DONE;
        }
        root.put("machine", machine());
        voice.say(machine());
        voice.json(root);
        return ExitCode.DONE;
    }

    /** Whether it was measured; if not, Ctrl-C came, and the machine ends with its code. */
    private boolean measured(ArrayNode list, ArrayNode results) {
        if (!kind.equals(BOOK)) {
            return new WindowBench(voice, shared.runs, network == null ? LARGE : network)
                    .measure(kind, rounds, minutes, list, results);
        }
        BookBench book = new BookBench(voice, shared, workbenches);
        if (here) {
            book.here(network, batch, rounds, results);
            return true;
        }
        return book.measure(network, batch, rounds, results);
    }

    private void checkNetwork() {
        if (network != null) {
            Zoo.byId(network);
        }
        if (!RACES.contains(kind)
                && !kind.equals(PAN)
                && !kind.equals(BOOK)
                && network != null
                && !network.equals(STANDARD)) {
            throw Problem.of("cli.benchNetwork", network, kind, STANDARD).asException();
        }
    }

    private void checkPeer() {
        if (!PEERS.contains(peer) || busy && !peer.equals(RaceBench.LIBTORCH)) {
            throw Problem.of("cli.peer", busy ? peer + ", --busy" : peer, String.join(", ", PEERS))
                    .asException();
        }
    }

    private int race(ObjectNode root) {
        boolean training = kind.equals("train");
        EngineBench bench = benches.get();
        LocalDateTime now = BenchReport.now();
        BenchReport file = new BenchReport(report, RaceBench.folder(), kind, now);
        root.put("date", now.truncatedTo(ChronoUnit.SECONDS) + "Z")
                .put("machine", machine())
                .put("cpu", Surroundings.cpuModel())
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("java", Runtime.version().toString())
                .put("engine", bench.engine())
                .put("engineThreads", bench.threads())
                .put("peer", peer);
        List<Contest> contests = network == null ? Contest.all() : Contest.of(network);
        RaceBench.Wishes wishes = new RaceBench.Wishes(
                training,
                peer,
                busy,
                rounds,
                shared.wishes().engine().threads(),
                training ? contests : RaceBench.looking(contests));
        file.check();
        if (!new RaceBench(voice, bench, wishes, root, file).run()) {
            return ExitCode.INTERRUPTED;
        }
        voice.say(Surroundings.cpuModel() + ", " + machine());
        voice.tell("Report: " + file.file());
        voice.json(root);
        return ExitCode.DONE;
    }

    static double median(DoubleStream values) {
        return Spread.of(values).median();
    }

    private static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores (" + String.join(" ", Surroundings.cpuFeatures())
                + "), Java " + Runtime.version().feature();
    }
}
