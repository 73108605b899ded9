package org.convscope.run;

import java.nio.file.Path;
import org.convscope.blueprint.Blueprint;
import org.convscope.net.Network;
import org.convscope.spec.EngineReport;
import org.convscope.spec.Scenario;
import org.convscope.tensor.Shape;

/**
 * What a run is, so that it can be understood and repeated without anything else.
 *
 * @param id unique among the runs of a machine, and the name of its folder
 * @param scenario what makes it what it is; all options of the network are written out
 * @param input shape of one image as the network is shown it, {@code [C, H, W]}
 * @param classes number of classes
 * @param trainImages images of the dataset to learn from, before the plan's limit
 * @param testImages images it is tested on
 * @param standing how far it has come
 * @param versions what it was made with
 * @param engine how its engine computed
 * @param sha256 SHA-256 of the network's entries in the model file, in hexadecimal; empty in a card that
 *     belongs to no model file
 */
public record RunCard(
        String id,
        Scenario scenario,
        Shape input,
        int classes,
        int trainImages,
        int testImages,
        Standing standing,
        Versions versions,
        EngineReport engine,
        String sha256) {

    /**
     * A card for a network of this scenario, on the network's thread.
     *
     * @param trainImages images of the dataset to learn from
     * @param testImages images of the dataset to test on
     */
    public static RunCard of(
            String id, Scenario scenario, Network network, int trainImages, int testImages, Standing standing) {
        Blueprint blueprint = network.blueprint();
        Scenario whole = new Scenario(
                scenario.data(),
                scenario.network(),
                blueprint.options().asMap(),
                scenario.plan(),
                scenario.preparation());
        return new RunCard(
                id,
                whole,
                blueprint.input(),
                blueprint.classes(),
                trainImages,
                testImages,
                standing,
                Versions.here(),
                network.report(),
                "");
    }

    /** Draws the network. */
    public Blueprint draw() {
        return scenario.draw(input, classes);
    }

    /** The same card at another moment. */
    public RunCard at(Standing now) {
        return new RunCard(id, scenario, input, classes, trainImages, testImages, now, versions, engine, sha256);
    }

    /** The same card for another run. */
    RunCard renamed(String other) {
        return new RunCard(other, scenario, input, classes, trainImages, testImages, standing, versions, engine, "");
    }

    /** The same card for weights of this checksum. */
    public RunCard of(String checksum) {
        return new RunCard(id, scenario, input, classes, trainImages, testImages, standing, versions, engine, checksum);
    }

    /** Reads a card; a Problem names the field that is not understood. */
    public static RunCard read(Path file) {
        return CardText.read(file.toString(), BoundedFile.read(file, CardText.MOST_BYTES));
    }

    /** Writes the card, whole or not at all. */
    public void write(Path file) {
        WholeFile.write(file, out -> out.write(CardText.write(this)));
    }
}
