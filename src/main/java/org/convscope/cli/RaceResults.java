package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convscope.workbench.Contest;
import org.convscope.workbench.Race;
import org.convscope.workbench.Spread;

/** What the rounds of a race come to: medians and spreads, lane by lane, as JSON and as lines to read. */
final class RaceResults {

    private static final double GIGA = 1e9;

    private final Contest contest;
    private final int batch;
    private final String peer;
    private final boolean training;
    private final Map<Race.Lane, List<Race.Round>> lanes;
    private final double peak;

    /**
     * Results of a race.
     *
     * @param batch images that are worked on at once
     * @param peer the peer's name
     */
    RaceResults(Contest contest, int batch, String peer, boolean training, List<Race.Round> rounds) {
        this.contest = contest;
        this.batch = batch;
        this.peer = peer;
        this.training = training;
        this.lanes = rounds.stream()
                .collect(Collectors.groupingBy(Race.Round::lane, LinkedHashMap::new, Collectors.toList()));
        // The machine's limit is what it reached in its best moment.
        this.peak = rounds.stream()
                .mapToDouble(Race.Round::peak)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }

    /** Every round, as it was. */
    void rounds(ArrayNode target) {
        lanes.values()
                .forEach(rounds -> rounds.forEach(round -> {
                    ObjectNode written = lane(target.addObject(), round.lane())
                            .put("ours", round.ours().imagesPerSecond())
                            .put("peer", round.peer().imagesPerSecond())
                            .put("ratio", round.ratio());
                    Voice.put(written, "oursLoss", round.ours().loss());
                    Voice.put(written, "peerLoss", round.peer().loss());
                    Voice.put(written, "peakGigaflops", round.peak());
                }));
    }

    /** Medians and spreads of every lane. */
    void results(ArrayNode target) {
        lanes.forEach((lane, rounds) -> {
            ObjectNode written = lane(target.addObject(), lane).put("peerName", peer);
            Spread ours = spread(rounds, RaceResults::ours);
            Spread peers = spread(rounds, RaceResults::peers);
            Spread ratio = spread(rounds, Race.Round::ratio);
            written.put("ours", ours.median()).put("oursMin", ours.least()).put("oursMax", ours.most());
            written.put("peer", peers.median()).put("peerMin", peers.least()).put("peerMax", peers.most());
            written.put("ratio", ratio.median()).put("ratioMin", ratio.least()).put("ratioMax", ratio.most());
            if (training) {
                written.put("operationsPerImage", contest.trainingOperations());
                Voice.put(written, "peakGigaflops", peak);
                Voice.put(written, "oursShareOfPeak", share(ours));
                Voice.put(written, "peerShareOfPeak", share(peers));
            }
            if (lane.busy()) {
                kept(written, "ours", kept(lane, RaceResults::ours));
                kept(written, "peer", kept(lane, RaceResults::peers));
            }
        });
    }

    /** The same for a person. */
    List<String> lines() {
        return lanes.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** One round for a person who waits. */
    static String news(String name, int number, int rounds, Race.Round round) {
        return String.format(
                Locale.ROOT,
                "%s, %s, round %d of %d: %,.0f and %,.0f images/s",
                name,
                words(round.lane()),
                number,
                rounds,
                ours(round),
                peers(round));
    }

    private String line(Race.Lane lane, List<Race.Round> rounds) {
        Spread ours = spread(rounds, RaceResults::ours);
        Spread peers = spread(rounds, RaceResults::peers);
        Spread ratio = spread(rounds, Race.Round::ratio);
        String line = String.format(
                Locale.ROOT,
                "%s, batch %d, %s: %,.0f images/s%s, %s %,.0f%s, ratio %.2f (%.2f to %.2f)",
                contest.title(),
                batch,
                words(lane),
                ours.median(),
                ofPeak(ours),
                peer,
                peers.median(),
                ofPeak(peers),
                ratio.median(),
                ratio.least(),
                ratio.most());
        return lane.busy() ? line + keeping(lane) : line;
    }

    private String keeping(Race.Lane lane) {
        Spread ours = kept(lane, RaceResults::ours);
        Spread peers = kept(lane, RaceResults::peers);
        return String.format(
                Locale.ROOT,
                "; of free throughput kept: %.0f %% (%.0f to %.0f) and %.0f %% (%.0f to %.0f)",
                100 * ours.median(),
                100 * ours.least(),
                100 * ours.most(),
                100 * peers.median(),
                100 * peers.least(),
                100 * peers.most());
    }

    /** The share of free throughput that is left beside a busy core, round by round. */
    private Spread kept(Race.Lane busy, ToDoubleFunction<Race.Round> speed) {
        List<Race.Round> crowded = lanes.get(busy);
        List<Race.Round> free = lanes.get(new Race.Lane(busy.ours(), busy.peer(), false));
        return Spread.of(IntStream.range(0, crowded.size())
                .mapToDouble(i -> speed.applyAsDouble(crowded.get(i)) / speed.applyAsDouble(free.get(i))));
    }

    private static void kept(ObjectNode target, String who, Spread share) {
        target.put(who + "Kept", share.median());
        target.put(who + "KeptMin", share.least()).put(who + "KeptMax", share.most());
    }

    private String ofPeak(Spread speed) {
        return Double.isFinite(share(speed))
                ? String.format(Locale.ROOT, " (%.0f %% of peak)", 100 * share(speed))
                : "";
    }

    private double share(Spread speed) {
        return training ? speed.median() * contest.trainingOperations() / (peak * GIGA) : Double.NaN;
    }

    private ObjectNode lane(ObjectNode target, Race.Lane lane) {
        return target.put("net", contest.title())
                .put("batch", batch)
                .put("threads", lane.ours())
                .put("peerThreads", lane.peer())
                .put("busy", lane.busy());
    }

    private static String words(Race.Lane lane) {
        String threads = lane.ours() == lane.peer()
                ? lane.ours() + (lane.ours() == 1 ? " thread" : " threads")
                : lane.ours() + " and " + lane.peer() + " threads";
        return lane.busy() ? threads + " beside a busy core" : threads;
    }

    private static Spread spread(List<Race.Round> rounds, ToDoubleFunction<Race.Round> number) {
        return Spread.of(rounds.stream().mapToDouble(number));
    }

    private static double ours(Race.Round round) {
        return round.ours().imagesPerSecond();
    }

    private static double peers(Race.Round round) {
        return round.peer().imagesPerSecond();
    }
}
