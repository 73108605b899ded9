package org.convscope.probe;

import java.util.Map;
import org.convscope.net.Batch;
import org.convscope.net.ImageGradients;
import org.convscope.net.Network;
import org.convscope.spec.Focus;
import org.convscope.spec.Subject;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;

/**
 * What a probe has before it: the network at one step, and where a person looks. Forward and backward
 * pass of the subject are made once, however many probes ask for them.
 */
public final class Sight {

    private final Network network;
    private final String run;
    private final Batch sample;
    private Focus focus;
    private Moment moment = new Moment(-1, null);

    Sight(Network network, String run, Batch sample) {
        this.network = network;
        this.run = run;
        this.sample = sample;
    }

    /** Turns to another place; what was computed for the same subject at the same step is kept. */
    Sight on(Focus wanted) {
        focus = wanted;
        if (moment.step != network.step() || !wanted.subject().equals(moment.subject)) {
            moment = new Moment(network.step(), wanted.subject());
        }
        return this;
    }

    /** The network itself. */
    public Network network() {
        return network;
    }

    /** Where a person looks. */
    public Focus focus() {
        return focus;
    }

    /** When the answer will have been true. */
    public Stamp stamp() {
        return new Stamp(run, network.step());
    }

    /** The images on which dead and saturated units are counted. */
    public Batch sample() {
        return sample;
    }

    /** Every node's output for the subject. */
    public Map<String, Tensor> activations() {
        if (moment.activations == null) {
            moment.activations = network.activations(focus.subject().image());
        }
        return moment.activations;
    }

    /**
     * Derivatives of the subject's loss; for an unlabelled subject, of the loss of the class that the
     * network believes in.
     */
    public ImageGradients gradients() {
        if (moment.gradients == null) {
            Subject subject = focus.subject();
            int label = subject.isLabelled() ? subject.label() : believed();
            moment.gradients = network.gradients(subject.image(), label);
        }
        return moment.gradients;
    }

    private int believed() {
        Tensor probabilities = activations().get(network.blueprint().last().id());
        int best = 0;
        for (int i = 1; i < probabilities.size(); i++) {
            best = probabilities.flat(i) > probabilities.flat(best) ? i : best;
        }
        return best;
    }

    /** What is known of one subject at one step. */
    private static final class Moment {

        private final long step;
        private final Subject subject;
        private Map<String, Tensor> activations;
        private ImageGradients gradients;

        Moment(long step, Subject subject) {
            this.step = step;
            this.subject = subject;
        }
    }
}
