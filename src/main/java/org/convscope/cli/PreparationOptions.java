package org.convscope.cli;

import java.util.Map;
import java.util.Optional;
import org.convscope.blueprint.Zoo;
import org.convscope.data.DatasetCard;
import org.convscope.problem.Problem;
import org.convscope.spec.Augmentation;
import org.convscope.spec.Fit;
import org.convscope.spec.Preparation;
import org.convscope.tensor.Shape;
import picocli.CommandLine.Option;

/** How images come into a network's input. */
final class PreparationOptions {

    @Option(
            names = "--input",
            paramLabel = "CxHxW",
            description = "Size in which the network is shown images; the dataset's own if it can be drawn for it.")
    private String input;

    @Option(
            names = "--fit",
            paramLabel = "stretch|crop|pad",
            description = "How images come to that size; pad where little is added, else stretch.")
    private Fit fit;

    @Option(names = "--colour", paramLabel = "grey|colour", description = "One channel, or three.")
    private String colour;

    @Option(names = "--normalise", description = "Mean 0 and deviation 1 in every channel, over the training images.")
    private boolean normalise;

    @Option(
            names = "--augment",
            paramLabel = "A,…",
            defaultValue = "none",
            description = "How training images are varied: shift, flip, rotate, crop, noise, joined by commas.")
    private String augment;

    /** What is wished for images of this dataset; for what is not said, what the network needs. */
    Preparation of(DatasetCard card, String network, Map<String, String> options) {
        Shape own = card.shape();
        Preparation base = Preparation.standard(
                Zoo.byId(network), options, own, card.classes().size());
        Optional<Shape> size = base.size();
        if (input != null) {
            size = Optional.of(Preparation.parseSize(input));
        }
        if (colour != null) {
            size = Optional.of(coloured(size.orElse(own)));
        }
        if (size.isEmpty()) {
            if (fit != null) {
                throw Problem.of("cli.fit", fit.id()).asException();
            }
            return base.normalising(normalise).varying(Augmentation.parse(augment));
        }
        Shape wanted = size.get();
        Fit how = fit == null ? Preparation.usualFit(own, wanted) : fit;
        Preparation whole = new Preparation(size, how, normalise, Augmentation.parse(augment));
        whole.shape(own);
        return whole;
    }

    /** Says in what size images are shown, if nobody asked for it. */
    void explain(Preparation chosen, DatasetCard card, String network, Voice voice) {
        if (input == null && colour == null && chosen.size().isPresent()) {
            Shape size = chosen.size().get();
            voice.tell(network + " cannot be drawn on " + card.shape() + ": images are shown to it as " + size + " ("
                    + chosen.fit().id() + ")");
        }
    }

    private Shape coloured(Shape size) {
        return switch (colour) {
            case "grey" -> Shape.of(1, size.height(), size.width());
            case "colour" -> Shape.of(3, size.height(), size.width());
            default -> throw Problem.of("cli.colour", colour).asException();
        };
    }
}
