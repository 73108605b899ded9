package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.convscope.data.DatasetCard;
import org.convscope.data.DatasetSource;
import org.convscope.data.fetch.Fetch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The datasets that the program knows, and which of them are here. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Lists the datasets and says which are here; brings one.")
final class DataCommand implements Callable<Integer> {

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final List<DatasetSource> sources;

    private DataCommand(Voice voice, List<DatasetSource> sources) {
        this.voice = voice;
        this.sources = sources;
    }

    /** The command with those below it: {@code data}, {@code data list} and {@code data fetch ID}. */
    static CommandLine line(Voice voice, List<DatasetSource> sources) {
        return new CommandLine(new DataCommand(voice, sources))
                .addSubcommand(new Listing(voice, sources))
                .addSubcommand(new DataFetchCommand(voice, sources));
    }

    @Override
    public Integer call() {
        return list(voice, shared, sources);
    }

    /** The same under its own name. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the datasets and says which are here.")
    private static final class Listing implements Callable<Integer> {

        @Mixin
        private SharedOptions shared;

        private final Voice voice;
        private final List<DatasetSource> sources;

        Listing(Voice voice, List<DatasetSource> sources) {
            this.voice = voice;
            this.sources = sources;
        }

        @Override
        public Integer call() {
            return list(voice, shared, sources);
        }
    }

    private static int list(Voice voice, SharedOptions shared, List<DatasetSource> sources) {
        voice.choose(shared.json, shared.quiet);
        ObjectNode root = Voice.object();
        ArrayNode datasets = root.putArray("datasets");
        for (DatasetSource source : sources) {
            datasets.add(object(source));
            voice.say(line(source));
        }
        voice.json(root);
        return ExitCode.DONE;
    }

    private static ObjectNode object(DatasetSource source) {
        DatasetCard card = source.card();
        Optional<Fetch> fetch = source.fetch();
        ObjectNode entry = Voice.object().put("id", card.id()).put("title", card.title());
        entry.put("classes", card.classes().size());
        entry.putArray("shape")
                .add(card.shape().channels())
                .add(card.shape().height())
                .add(card.shape().width());
        return entry.put("train", card.trainCount())
                .put("test", card.testCount())
                .put("licence", card.licence())
                .put("source", card.source())
                .put("here", fetch.map(Fetch::isHere).orElse(true))
                .put("bytes", fetch.map(way -> way.parcel().bytes()).orElse(null))
                .put(
                        "folder",
                        fetch.filter(Fetch::isHere)
                                .map(way -> way.folder().toString())
                                .orElse(null));
    }

    private static String line(DatasetSource source) {
        DatasetCard card = source.card();
        return String.format(
                Locale.ROOT,
                "%-14s %-8s %,7d + %,6d images  %s",
                card.id(),
                card.shape(),
                card.trainCount(),
                card.testCount(),
                source.fetch().map(DataCommand::standing).orElse("here, with the program"));
    }

    private static String standing(Fetch fetch) {
        if (fetch.isHere()) {
            return "here, in " + fetch.folder();
        }
        String kept = fetch.keptBytes() == 0
                ? ""
                : ", " + Math.round(100.0 * fetch.keptBytes() / fetch.parcel().bytes()) + " % fetched";
        return "not here" + kept + ": ./convscope data fetch " + fetch.parcel().id() + " ("
                + fetch.parcel().megabytes() + " MB)";
    }
}
