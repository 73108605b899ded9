package org.convscope.spec;

import java.util.Objects;
import org.convscope.tensor.Tensor;

/**
 * The image that is looked at.
 *
 * @param name what a person calls it: {@code test #42}, or a file's name
 * @param image what the network is shown, {@code [C, H, W]}
 * @param picture the same for a person's eyes, its values from 0 to 1
 * @param label index of its class, or {@link #UNKNOWN}
 */
public record Subject(String name, Tensor image, Tensor picture, int label) {

    /** The label of an image whose class nobody has said. */
    public static final int UNKNOWN = -1;

    public Subject {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(picture, "picture");
    }

    /** An image that the network is shown as a person sees it. */
    public Subject(String name, Tensor image, int label) {
        this(name, image, image, label);
    }

    /** Whether its class is known. */
    public boolean isLabelled() {
        return label != UNKNOWN;
    }
}
