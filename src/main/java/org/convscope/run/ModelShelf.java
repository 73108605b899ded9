package org.convscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/**
 * Trained networks that ship with the program: a folder for each, with the card as {@code model.json}
 * and the network as {@code weights.zip}.
 */
public final class ModelShelf {

    /** A course begins with LeNet, and so does the list. */
    private static final String FIRST = "lenet";

    private static final String CARD = "model.json";
    private static final String WEIGHTS = "weights.zip";

    private final Path folder;

    /** The shelf in a folder, which need not exist. */
    public ModelShelf(Path folder) {
        this.folder = folder;
    }

    /** All models, LeNets first and then by id; those that cannot be opened say why. */
    public List<ModelEntry> entries() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing((Path folder) -> !name(folder).startsWith(FIRST))
                            .thenComparing(ModelShelf::name))
                    .map(ModelShelf::entry)
                    .toList();
        } catch (IOException failure) {
            throw Problem.of("run.unreadable", folder, WholeFile.reason(failure))
                    .asException(failure);
        }
    }

    /** The model of this id; a Problem that lists the ids if there is none. */
    public SavedModel open(String id) {
        ModelEntry entry = entries().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                "run.noModel",
                                id,
                                folder,
                                entries().stream().map(ModelEntry::id).collect(Collectors.joining(", ")))
                        .asException());
        RunCard card = RunCard.read(entry.path().resolve(CARD));
        SavedModel model = ModelFile.open(entry.path().resolve(WEIGHTS));
        if (!model.sha256().equals(card.sha256())) {
            throw Problem.of("run.checksum", model.file(), model.sha256(), card.sha256())
                    .asException();
        }
        return model;
    }

    /** Puts a copy of a model on the shelf, in the place of what has this id. */
    public ModelEntry put(String id, Path model) {
        RunCard card = ModelFile.open(model).card();
        Path place = folder.resolve(id);
        try {
            Files.createDirectories(place);
        } catch (IOException failure) {
            throw WholeFile.problem(place, failure);
        }
        WholeFile.write(place.resolve(WEIGHTS), out -> Files.copy(model, out));
        card.write(place.resolve(CARD));
        return ModelEntry.of(place, card);
    }

    private static ModelEntry entry(Path place) {
        try {
            if (!Files.isReadable(place.resolve(WEIGHTS))) {
                throw Problem.of("run.noWeights", place, WEIGHTS).asException();
            }
            return ModelEntry.of(place, RunCard.read(place.resolve(CARD)));
        } catch (ProblemException damaged) {
            return ModelEntry.damaged(place, damaged.problem());
        }
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }
}
