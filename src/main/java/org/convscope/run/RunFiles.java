package org.convscope.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.convscope.problem.Problem;
import org.convscope.spec.Steering;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainEvent.LayersMeasured;
import org.convscope.train.TrainEvent.Steered;
import org.convscope.train.TrainEvent.StepDone;

/**
 * The files of one run.
 *
 * @param folder where they are
 */
record RunFiles(Path folder) {

    Path card() {
        return folder.resolve("run.json");
    }

    Path model() {
        return folder.resolve("model.zip");
    }

    Path metrics() {
        return folder.resolve("metrics.csv");
    }

    Path scores() {
        return folder.resolve("scores.csv");
    }

    /** What a person changed on the way; only where somebody did. */
    Path steering() {
        return folder.resolve("steering.csv");
    }

    Path layers() {
        return folder.resolve("layers.csv");
    }

    Path notes() {
        return folder.resolve("notes.json");
    }

    Path snapshots() {
        return folder.resolve("snapshots.bin");
    }

    List<StepDone> readSteps() {
        return read(metrics(), EventLines::step);
    }

    List<TrainEvent> readScores() {
        return read(scores(), EventLines::score);
    }

    List<LayersMeasured> readLayers() {
        return LayerLines.joined(read(layers(), LayerLines::parse));
    }

    /** Every change, in order, of a run that began with {@code first}. */
    List<Steered> readSteering(Steering first) {
        Steering[] before = {first};
        return read(steering(), line -> {
            Steered steered = EventLines.steered(line, before[0]);
            before[0] = steered.now();
            return steered;
        });
    }

    /** Forgets what happened after a step; the run began with {@code first}. */
    void cutAfter(long step, Steering first) {
        if (Files.exists(steering())) {
            EventLog.rewrite(
                    steering(),
                    EventLines.STEERING,
                    readSteering(first).stream()
                            .filter(steered -> steered.step() <= step)
                            .map(EventLines::line)
                            .toList());
        }
        EventLog.rewrite(
                metrics(),
                EventLines.STEPS,
                readSteps().stream()
                        .filter(done -> done.step() <= step)
                        .map(EventLines::line)
                        .toList());
        EventLog.rewrite(
                scores(),
                EventLines.SCORES,
                readScores().stream()
                        .filter(score -> score.step() <= step)
                        .map(EventLines::scoreLine)
                        .toList());
        EventLog.rewrite(
                layers(),
                LayerLines.HEADER,
                readLayers().stream()
                        .filter(measured -> measured.step() <= step)
                        .flatMap(LayerLines::lines)
                        .toList());
    }

    /** Bytes on the disk. */
    long bytes() {
        long bytes = 0;
        for (Path file : List.of(card(), model(), snapshots(), metrics(), scores(), layers(), steering(), notes())) {
            bytes += file.toFile().length();
        }
        return bytes;
    }

    /** Removes the files, what a crash left half-written among them, and the folder; a Problem if somebody owns it. */
    void delete() throws IOException {
        Ownership ownership = Ownership.of(folder);
        try {
            deleteContents();
        } finally {
            ownership.close();
        }
        Files.deleteIfExists(folder.resolve(Ownership.FILE));
        Files.delete(folder);
    }

    /** Removes what a crash left half-written; the folder must be owned. */
    void deleteParts() throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*" + WholeFile.PART)) {
            for (Path part : parts) {
                Files.delete(part);
            }
        }
    }

    private void deleteContents() throws IOException {
        deleteParts();
        // The card last: as long as it is there, the run can be found.
        for (Path file : List.of(notes(), snapshots(), model(), metrics(), scores(), layers(), steering(), card())) {
            Files.deleteIfExists(file);
        }
    }

    private static <T> List<T> read(Path file, Function<String, T> parse) {
        try {
            return EventLog.read(file, parse);
        } catch (IOException failure) {
            throw Problem.of("run.unreadable", file, WholeFile.reason(failure)).asException(failure);
        }
    }

    boolean hasModel() {
        return Files.exists(model());
    }
}
