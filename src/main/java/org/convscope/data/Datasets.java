package org.convscope.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convscope.data.source.FashionMnist;
import org.convscope.data.source.Mnist;
import org.convscope.problem.Problem;

/** The catalogue of datasets. */
public final class Datasets {

    /** Every dataset that ships with the program, the one to begin with first. */
    public static final List<DatasetSource> ALL = List.of(new FashionMnist(), new Mnist());

    private Datasets() {}

    /** The dataset of this id; a Problem that lists the ids if there is none. */
    public static DatasetSource byId(String id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    /**
     * The dataset in a folder of the person's own, which holds {@code train-images-idx3-ubyte}, {@code
     * train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, each
     * gzip (with {@code .gz} behind the name) or plain.
     */
    public static DatasetSource at(Path folder) {
        return FolderDataset.at(folder);
    }

    /** What {@code --data} and a scenario name: an id, or the path of a folder. */
    public static DatasetSource named(String idOrFolder) {
        Optional<DatasetSource> shipped = find(idOrFolder);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        // Without a separator it is more likely a misspelt id, unless such a folder is there.
        Path folder = folder(idOrFolder);
        boolean looksLikeAPath = idOrFolder.contains("/") || idOrFolder.contains("\\");
        if (looksLikeAPath || !idOrFolder.isBlank() && Files.isDirectory(folder)) {
            return at(folder);
        }
        throw unknown(idOrFolder);
    }

    private static Optional<DatasetSource> find(String id) {
        return ALL.stream().filter(source -> source.card().id().equals(id)).findFirst();
    }

    private static Path folder(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException notAPath) {
            throw unknown(name);
        }
    }

    private static RuntimeException unknown(String id) {
        String ids = ALL.stream().map(source -> source.card().id()).collect(Collectors.joining(", "));
        return Problem.of("data.unknownDataset", id, ids).asException();
    }
}
