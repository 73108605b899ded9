package org.convscope.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convscope.data.fetch.Fetch;
import org.convscope.data.source.Cifar10;
import org.convscope.data.source.FashionMnist;
import org.convscope.data.source.Mnist;
import org.convscope.data.source.Shapes;
import org.convscope.data.source.Waveforms;
import org.convscope.problem.Problem;

/** The catalogue of datasets. */
public final class Datasets {

    /** Every dataset that the program knows by name, the one to begin with first, what has to be fetched last. */
    public static final List<DatasetSource> ALL =
            List.of(new FashionMnist(), new Mnist(), new Shapes(), new Waveforms(), new Cifar10());

    private Datasets() {}

    /** The dataset of this id; a Problem that lists the ids if there is none. */
    public static DatasetSource byId(String id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    /**
     * A dataset of the person's own, recognised by what is there: four IDX files, each gzip (with {@code .gz}
     * behind the name) or plain; CIFAR-10's binary files; a folder of pictures for each class; or a file of
     * signals, each a line.
     */
    public static DatasetSource at(Path path) {
        Path place = path.toAbsolutePath().normalize();
        if (Files.isRegularFile(place)) {
            return SeriesFile.at(place);
        }
        if (!Files.isDirectory(place)) {
            throw Problem.of("data.noFolder", path).asException();
        }
        if (FolderDataset.isIn(place)) {
            return FolderDataset.at(place);
        }
        if (CifarFolder.isIn(place)) {
            return CifarFolder.at(place);
        }
        if (PictureFolder.isIn(place)) {
            return PictureFolder.at(place);
        }
        throw Problem.of("data.nothingKnown", place).asException();
    }

    /** What {@code --data} and a scenario name: an id, or the path of a folder or file. */
    public static DatasetSource named(String idOrPath) {
        Optional<DatasetSource> shipped = find(idOrPath);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        // Without a separator it is more likely a misspelt id, unless there is such a place.
        Path path = path(idOrPath);
        boolean looksLikeAPath = idOrPath.contains("/") || idOrPath.contains("\\");
        if (looksLikeAPath || !idOrPath.isBlank() && Files.exists(path)) {
            return at(path);
        }
        throw unknown(idOrPath);
    }

    /** How a dataset of the catalogue is brought; empty for what cannot be missing, and for a person's own. */
    public static Optional<Fetch> fetch(DatasetCard card) {
        return find(card.id()).flatMap(DatasetSource::fetch);
    }

    private static Optional<DatasetSource> find(String id) {
        return ALL.stream().filter(source -> source.card().id().equals(id)).findFirst();
    }

    private static Path path(String name) {
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
