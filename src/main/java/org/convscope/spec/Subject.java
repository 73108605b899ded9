package org.convscope.spec;

import java.util.Objects;
import org.convscope.tensor.Tensor;

/**
 * The image that is looked at.
 *
 * @param name what a person calls it: {@code test #42}, or a file's name
 * @param image its values from 0 to 1, {@code [C, H, W]}
 * @param label index of its class, or {@link #UNKNOWN}
 */
public record Subject(String name, Tensor image, int label) {

    /** The label of an image whose class nobody has said. */
    public static final int UNKNOWN = -1;

    public Subject {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(image, "image");
    }

    /** Whether its class is known. */
    public boolean isLabelled() {
        return label != UNKNOWN;
    }
}
