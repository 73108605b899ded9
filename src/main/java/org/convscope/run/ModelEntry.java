package org.convscope.run;

import java.nio.file.Path;
import java.util.Optional;
import org.convscope.problem.Problem;

/**
 * A model on the shelf.
 *
 * @param id name of its folder
 * @param path its folder
 * @param network id of its architecture, or empty when its card cannot be read
 * @param data id of the dataset it learned from, or empty
 * @param testAccuracy what its card says, from 0 to 1; NaN when not known
 * @param sha256 checksum of its weights, or empty
 * @param problem what is wrong with it, if anything
 */
public record ModelEntry(
        String id,
        Path path,
        String network,
        String data,
        double testAccuracy,
        String sha256,
        Optional<Problem> problem) {

    static ModelEntry of(Path folder, RunCard card) {
        return new ModelEntry(
                folder.getFileName().toString(),
                folder,
                card.scenario().network(),
                card.scenario().data(),
                card.standing().testAccuracy(),
                card.sha256(),
                Optional.empty());
    }

    static ModelEntry damaged(Path folder, Problem problem) {
        return new ModelEntry(folder.getFileName().toString(), folder, "", "", Double.NaN, "", Optional.of(problem));
    }
}
