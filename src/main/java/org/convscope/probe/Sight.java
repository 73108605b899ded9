package org.convscope.probe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.net.Batch;
import org.convscope.net.ImageGradients;
import org.convscope.net.Network;
import org.convscope.problem.Problem;
import org.convscope.spec.Focus;
import org.convscope.spec.Subject;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;

/**
 * What a probe has before it: the network at one step, and where a person looks. Forward and backward
 * pass of the subject are made once, however many probes ask for them.
 */
public final class Sight {

    /** Activations of the sample that are held at a time: larger arrays would make Java's heap grow in jumps. */
    private static final long SLICE_BYTES = 1 << 20;

    /** Multiply-adds of a moment's counting: a twentieth of a second. */
    private static final long SOME_MACS = 2_000_000_000;

    private static final int MOST_BEGINNINGS = 3;

    private final Network network;
    private final String run;
    private final Batch sample;
    private Focus focus;
    private Moment moment = Moment.NONE;
    private Map<String, UnitActivity> sampleActivity = Map.of();
    private long sampleStep = Moment.NONE.step;
    private Count count;

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

    /** Forgets what was computed: the weights are others, although the step may be the same. */
    void forget() {
        moment = Moment.NONE;
        sampleStep = moment.step;
        sampleActivity = Map.of();
        count = null;
    }

    /** The network itself. */
    public Network network() {
        return network;
    }

    /** What the network was built from. */
    public Blueprint blueprint() {
        return network.blueprint();
    }

    /** Where a person looks. */
    public Focus focus() {
        return focus;
    }

    /** The focused node; a Problem if there is none of its id. */
    public Node node() {
        return blueprint().node(focus.node());
    }

    /** The focused channel; a Problem if the node has none of its number. */
    public int channel() {
        int channels = blueprint().shape(focus.node()).channels();
        if (focus.channel() < 0 || focus.channel() >= channels) {
            throw Problem.of("probe.channel", focus.node(), focus.channel(), channels - 1)
                    .asException();
        }
        return focus.channel();
    }

    /** The focused cell; a Problem if it lies outside of the node's maps. */
    public Cell cell() {
        Shape shape = blueprint().shape(focus.node());
        Cell cell = focus.cell();
        if (cell.row() < 0 || cell.row() >= shape.height() || cell.column() < 0 || cell.column() >= shape.width()) {
            throw Problem.of("probe.cell", focus.node(), cell, shape.height(), shape.width())
                    .asException();
        }
        return cell;
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
        if (!moment.isWhole) {
            moment.outputs = network.activations(focus.subject().image());
            moment.isWhole = true;
        }
        return moment.outputs;
    }

    /** Outputs of these nodes for the subject, in the blueprint's order; no other is copied out of the network. */
    public Map<String, Tensor> activations(Set<String> nodes) {
        Set<String> missing = new HashSet<>(nodes);
        missing.removeAll(moment.outputs.keySet());
        if (nodes.size() == blueprint().nodes().size() && !missing.isEmpty()) {
            return activations();
        }
        if (!missing.isEmpty()) {
            Map<String, Tensor> known = new HashMap<>(moment.outputs);
            network.activations(Batch.of(focus.subject().image()), missing)
                    .forEach((node, outputs) -> known.put(node, outputs.slice(0)));
            moment.outputs = known;
        }
        Map<String, Tensor> wanted = new LinkedHashMap<>();
        blueprint().nodes().stream()
                .map(Node::id)
                .filter(nodes::contains)
                .forEach(node -> wanted.put(node, moment.outputs.get(node)));
        return wanted;
    }

    /** What the units of every activation node give over the {@link #sample}. */
    Map<String, UnitActivity> sampleActivity() {
        boolean isCounted = false;
        while (!isCounted) {
            isCounted = countSome();
        }
        return sampleActivity;
    }

    /** Counts some more of the sample at this step; whether all of it is counted. */
    boolean countSome() {
        if (sampleStep == network.step()) {
            return true;
        }
        if (count == null || count.step != network.step()) {
            count = new Count(network, count == null ? 0 : count.beginnings + 1);
        }
        if (!count.goOn(network, sample)) {
            return false;
        }
        sampleActivity = count.activity;
        sampleStep = count.step;
        count = null;
        return true;
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
        String last = blueprint().last().id();
        Tensor probabilities = activations(Set.of(last)).get(last);
        int best = 0;
        for (int i = 1; i < probabilities.size(); i++) {
            best = probabilities.flat(i) > probabilities.flat(best) ? i : best;
        }
        return best;
    }

    /** Units that are being counted over the sample, slice by slice, at one step. */
    private static final class Count {

        private final long step;
        private final int beginnings;
        private final Map<String, UnitActivity> activity = new HashMap<>();
        private final int slice;
        private final long imageMacs;
        private int done;

        /** Begun anew so many times already, since steps came between. */
        Count(Network network, int beginnings) {
            this.step = network.step();
            this.beginnings = beginnings;
            Blueprint blueprint = network.blueprint();
            this.imageMacs = Census.of(blueprint).macs();
            long imageBytes = 0;
            for (Node node : blueprint.nodes()) {
                if (node.op() instanceof Op.Activation activation) {
                    Shape shape = blueprint.shape(node.id());
                    activity.put(node.id(), new UnitActivity(activation.kind(), shape.channels()));
                    imageBytes += (long) shape.size() * Float.BYTES;
                }
            }
            this.slice = (int) Math.max(1, SLICE_BYTES / Math.max(1, imageBytes));
        }

        /** Counts for a moment, or to the end if it would never be reached otherwise; whether it is reached. */
        boolean goOn(Network network, Batch sample) {
            long macs = 0;
            while (done < sample.size() && !activity.isEmpty() && (macs < SOME_MACS || beginnings > MOST_BEGINNINGS)) {
                int end = Math.min(sample.size(), done + slice);
                network.activations(sample.slice(done, end), activity.keySet())
                        .forEach((node, outputs) -> activity.get(node).add(outputs));
                macs += (end - done) * imageMacs;
                done = end;
            }
            return done == sample.size() || activity.isEmpty();
        }
    }

    /** What is known of one subject at one step. */
    private static final class Moment {

        /** Nothing is known; no network stands before its first step. */
        private static final Moment NONE = new Moment(-1, null);

        private final long step;
        private final Subject subject;
        private Map<String, Tensor> outputs = Map.of();
        private boolean isWhole;
        private ImageGradients gradients;

        Moment(long step, Subject subject) {
            this.step = step;
            this.subject = subject;
        }
    }
}
