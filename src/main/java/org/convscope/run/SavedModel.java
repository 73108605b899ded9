package org.convscope.run;

import java.io.IOException;
import java.nio.file.Path;
import org.convscope.blueprint.Blueprint;
import org.convscope.net.Network;
import org.convscope.problem.Problem;

/** A network in a file, known by its card; its weights are still in the file. */
public final class SavedModel {

    private final Path file;
    private final RunCard card;

    SavedModel(Path file, RunCard card) {
        this.file = file;
        this.card = card;
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /** What it is. */
    public RunCard card() {
        return card;
    }

    /** Checksum that its card promises, in hexadecimal. */
    public String sha256() {
        return card.sha256();
    }

    /** Draws the network that {@link #loadInto} wants. */
    public Blueprint draw() {
        return card.draw();
    }

    /**
     * Proves the checksum and loads weights, optimizer state and step, on the network's thread.
     *
     * @param network built from {@link #draw} with the card's optimizer; stays as it was if there is a Problem
     */
    public void loadInto(Network network) {
        try (ModelZip zip = new ModelZip(file)) {
            load(zip, file, card, network);
        }
    }

    /**
     * Loads whatever network is in a file that somebody else replaces again and again, on the network's thread: card and
     * weights are of one moment, since the file is opened once. Returns its card.
     */
    static RunCard load(Path file, Network network) {
        try (ModelZip zip = new ModelZip(file)) {
            load(zip, file, zip.card(), network);
            return zip.card();
        }
    }

    private static void load(ModelZip zip, Path file, RunCard card, Network network) {
        try {
            String found = zip.checksum();
            if (!found.equals(card.sha256())) {
                throw Problem.of("run.checksum", file, found, card.sha256()).asException();
            }
            network.load(zip::entry);
        } catch (IOException failure) {
            throw zip.unreadable(failure);
        }
        if (network.step() != card.standing().step()) {
            throw Problem.of("run.cardField", file, "step", card.standing().step())
                    .asException();
        }
    }
}
