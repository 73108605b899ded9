package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.convscope.data.Cancellation;
import org.convscope.data.DatasetSource;
import org.convscope.data.fetch.Fetch;
import org.convscope.data.fetch.FetchProgress;
import org.convscope.problem.Problem;
import org.convscope.workbench.Interruption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a dataset that does not ship with the program. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description =
                "Fetches a dataset, checks and unpacks it. Ctrl-C keeps what came; the next call goes on with it.")
final class DataFetchCommand implements Callable<Integer> {

    private static final double MEGABYTE = 1e6;
    private static final long NANOS_BETWEEN_NEWS = 1_000_000_000;

    @Parameters(paramLabel = "ID", description = "Id of a dataset, as 'data list' has it.")
    private String id;

    @Option(
            names = "--from",
            paramLabel = "URL",
            description = "Another address of the same archive; its checksums must hold all the same.")
    private String from;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final List<DatasetSource> sources;
    private long toldNanos;

    DataFetchCommand(Voice voice, List<DatasetSource> sources) {
        this.voice = voice;
        this.sources = sources;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        DatasetSource source = source();
        Fetch fetch = source.fetch().orElse(null);
        if (fetch == null) {
            end("HERE", null);
            voice.say(source.card().title() + " is here: it comes with the program.");
        } else if (fetch.isHere()) {
            end("HERE", fetch);
            voice.say(source.card().title() + " is here already, in " + fetch.folder());
        } else {
            bring(source, fetch);
        }
        return ExitCode.DONE;
    }

    private DatasetSource source() {
        return sources.stream()
                .filter(source -> source.card().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                "cli.fetchWhat",
                                id,
                                sources.stream()
                                        .map(source -> source.card().id())
                                        .collect(Collectors.joining(", ")))
                        .asException());
    }

    private void bring(DatasetSource source, Fetch fetch) {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Interruption interruption = Interruption.call(() -> {
            cancellation.cancel();
            ended.join();
            voice.tell(String.format(
                    Locale.ROOT,
                    "Interrupted: %.1f MB are kept. Go on with: %s",
                    fetch.keptBytes() / MEGABYTE,
                    resumption()));
        });
        try {
            String address = from == null ? fetch.parcel().address().toString() : from;
            Path folder = fetch.run(address, this::hear, cancellation);
            end("FETCHED", fetch);
            voice.say(source.card().title() + " is here now, in " + folder);
        } catch (CancellationException interrupted) {
            // Ctrl-C: its thread says what is kept, and the machine ends with its code.
            voice.tell("Stopped.");
        } finally {
            ended.complete(null);
            interruption.withdraw();
        }
    }

    private void hear(FetchProgress progress) {
        long now = System.nanoTime();
        if (toldNanos == 0 || now - toldNanos >= NANOS_BETWEEN_NEWS || progress.isWhole()) {
            toldNanos = now;
            voice.tell(line(progress));
            ObjectNode news = Voice.object()
                    .put("event", "progress")
                    .put("bytes", progress.bytes())
                    .put("total", progress.total());
            Voice.put(news, "bytesPerSecond", progress.bytesPerSecond());
            voice.json(news);
        }
    }

    private String line(FetchProgress progress) {
        String left = Double.isFinite(progress.secondsLeft())
                ? String.format(Locale.ROOT, ", %,.0f s left", Math.ceil(progress.secondsLeft()))
                : "";
        return String.format(
                Locale.ROOT,
                "%s  %.1f of %.1f MB  %.0f %%  %.1f MB/s%s",
                id,
                progress.bytes() / MEGABYTE,
                progress.total() / MEGABYTE,
                Math.floor(100 * progress.share()),
                progress.bytesPerSecond() / MEGABYTE,
                progress.isWhole() ? ", unpacking" : left);
    }

    private void end(String state, Fetch fetch) {
        voice.json(Voice.object()
                .put("event", "end")
                .put("state", state)
                .put("id", id)
                .put("folder", fetch == null ? null : fetch.folder().toString()));
    }

    private String resumption() {
        return "./convscope data fetch " + id + (from == null ? "" : " --from '" + from.replace("'", "'\\''") + "'");
    }
}
