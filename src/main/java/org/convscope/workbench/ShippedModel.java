package org.convscope.workbench;

import java.nio.file.Path;
import java.util.Optional;
import org.convscope.problem.Problem;

/**
 * A trained network that can be opened.
 *
 * @param id its folder's name: {@code lenet-sigmoid}
 * @param path its folder
 * @param network id of its architecture, or empty when the card cannot be read
 * @param data id of the dataset it learned from, or empty
 * @param testAccuracy what its card says, from 0 to 1; NaN when not known
 * @param sha256 checksum of its weights, or empty
 * @param problem what is wrong with it, if anything
 */
public record ShippedModel(
        String id,
        Path path,
        String network,
        String data,
        double testAccuracy,
        String sha256,
        Optional<Problem> problem) {}
