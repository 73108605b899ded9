package org.convscope.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The four IDX files that make a dataset, wherever they are. */
interface IdxFiles {

    String TRAIN_IMAGES = "train-images-idx3-ubyte";
    String TRAIN_LABELS = "train-labels-idx1-ubyte";
    String TEST_IMAGES = "t10k-images-idx3-ubyte";
    String TEST_LABELS = "t10k-labels-idx1-ubyte";

    /** Their names, without {@code .gz}. */
    List<String> NAMES = List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);

    /** What a Problem calls the file of this name. */
    String describe(String name);

    /** The file of this name from its first byte, gzip or plain. */
    InputStream open(String name) throws IOException;

    /** Reads and closes one of the files. */
    default IdxFile read(String name) {
        return IdxReader.read(kindOf(name), describe(name), opened(name));
    }

    /** Reads only what one of the files says about itself. */
    default IdxHeader readHeader(String name) {
        return IdxReader.readHeader(kindOf(name), describe(name), opened(name));
    }

    private InputStream opened(String name) {
        try {
            return open(name);
        } catch (IOException failure) {
            throw FileProblem.unreadable(describe(name), failure);
        }
    }

    private static IdxKind kindOf(String name) {
        return name.equals(TRAIN_LABELS) || name.equals(TEST_LABELS) ? IdxKind.LABELS : IdxKind.IMAGES;
    }
}
