package org.convscope.net;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.tensor.Shape;

/**
 * A network computed as a textbook writes it, in double precision: slow, plain, and what others are
 * measured against. Its parameters are open, so that a test can push one and see what the loss does.
 */
public final class Schoolbook {

    private final Blueprint blueprint;
    private final Map<String, Map<Parameter, double[]>> parameters = new LinkedHashMap<>();
    private long chance;
    private OptionalDouble dropShare = OptionalDouble.empty();

    /** All weights 0, batch norms that change nothing. */
    public Schoolbook(Blueprint blueprint) {
        this.blueprint = blueprint;
        for (Node node : blueprint.nodes()) {
            Map<Parameter, double[]> own = new EnumMap<>(Parameter.class);
            shapes(blueprint, node.id()).forEach((parameter, shape) -> own.put(parameter, new double[shape.size()]));
            for (Parameter one : new Parameter[] {Parameter.SCALE, Parameter.VARIANCE}) {
                own.computeIfPresent(one, (parameter, values) -> {
                    Arrays.fill(values, 1);
                    return values;
                });
            }
            parameters.put(node.id(), own);
        }
    }

    /** Shapes of a node's parameters, as the port promises them. */
    public static Map<Parameter, Shape> shapes(Blueprint blueprint, String id) {
        Op op = blueprint.node(id).op();
        Map<Parameter, Shape> shapes = new EnumMap<>(Parameter.class);
        if (op instanceof Op.Conv conv) {
            int channels = input(blueprint, id).channels();
            int height = conv.window().height();
            int width = conv.window().width();
            shapes.put(Parameter.WEIGHT, Shape.of(conv.outputChannels(), channels, height, width));
            shapes.put(Parameter.BIAS, Shape.of(conv.outputChannels()));
        } else if (op instanceof Op.Dense dense) {
            int inputs = input(blueprint, id).size();
            shapes.put(Parameter.WEIGHT, Shape.of(dense.units(), inputs));
            shapes.put(Parameter.BIAS, Shape.of(dense.units()));
        } else if (op instanceof Op.Subsample) {
            shapes.put(Parameter.SCALE, Shape.of(blueprint.shape(id).channels()));
            shapes.put(Parameter.SHIFT, Shape.of(blueprint.shape(id).channels()));
        } else if (op instanceof Op.BatchNorm) {
            Shape channels = Shape.of(blueprint.shape(id).channels());
            shapes.put(Parameter.SCALE, channels);
            shapes.put(Parameter.SHIFT, channels);
            shapes.put(Parameter.MEAN, channels);
            shapes.put(Parameter.VARIANCE, channels);
        }
        return shapes;
    }

    private static Shape input(Blueprint blueprint, String id) {
        return blueprint.shape(blueprint.source(id).id());
    }

    /** A node's parameters, to read and to change. */
    public Map<Parameter, double[]> parameters(String node) {
        return parameters.get(node);
    }

    /** Takes another network's parameters. */
    public Schoolbook copyOf(Network network) {
        parameters.forEach((node, own) -> network.parameters(node).forEach((parameter, tensor) -> {
            for (int i = 0; i < tensor.size(); i++) {
                own.get(parameter)[i] = tensor.flat(i);
            }
        }));
        return this;
    }

    /** From now on every dropout drops such a share in training; empty for what each was drawn with. */
    public void drop(OptionalDouble share) {
        dropShare = share;
    }

    /** From now on, dropouts in training draw from this seed; the same values are dropped until it changes. */
    public void dropBy(long seed) {
        chance = seed;
    }

    /** Computes every node; with {@code training}, batch norms use the batch's own statistics and dropouts drop. */
    public Pass forward(Batch batch, boolean training) {
        return new Pass(batch, training);
    }

    /**
     * How the mean loss rises with the {@code i}th of some {@link #parameters}: a central difference, good to about
     * nine digits where the loss has no kink.
     */
    public double slope(Batch batch, boolean training, double[] values, int i) {
        double value = values[i];
        double h = 1e-5;
        values[i] = value + h;
        double above = forward(batch, training).loss();
        values[i] = value - h;
        double below = forward(batch, training).loss();
        values[i] = value;
        return (above - below) / (2 * h);
    }

    /** What one batch makes of the network. */
    public final class Pass {

        private final int n;
        private final int[] labels;
        private final boolean training;
        private final Map<String, double[]> outputs = new LinkedHashMap<>();
        private final Map<String, double[][]> statistics = new LinkedHashMap<>();
        private final Map<String, double[]> masks = new LinkedHashMap<>();
        private final Map<String, double[]> outputGradients = new LinkedHashMap<>();
        private final Map<String, Map<Parameter, double[]>> parameterGradients = new LinkedHashMap<>();

        private Pass(Batch batch, boolean training) {
            this.n = batch.size();
            this.labels = batch.labels().clone();
            this.training = training;
            for (Node node : blueprint.nodes()) {
                outputs.put(node.id(), compute(node, batch));
            }
        }

        /** Outputs of a node, {@code [N, …]}. */
        public double[] outputs(String node) {
            return outputs.get(node);
        }

        /** Mean and variance that a batch norm used. */
        public double[][] statistics(String node) {
            return statistics.get(node);
        }

        /** Mean cross-entropy. */
        public double loss() {
            double sum = 0;
            double[] logits =
                    outputs.get(blueprint.source(blueprint.last().id()).id());
            for (int image = 0; image < n; image++) {
                int from = image * blueprint.classes();
                double highest = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < blueprint.classes(); i++) {
                    highest = Math.max(highest, logits[from + i]);
                }
                double exponentials = 0;
                for (int i = 0; i < blueprint.classes(); i++) {
                    exponentials += Math.exp(logits[from + i] - highest);
                }
                sum += highest + Math.log(exponentials) - logits[from + labels[image]];
            }
            return sum / n;
        }

        /** Share of images whose label has the highest probability. */
        public double accuracy() {
            double[] probabilities = outputs.get(blueprint.last().id());
            int right = 0;
            for (int image = 0; image < n; image++) {
                int best = 0;
                for (int i = 1; i < blueprint.classes(); i++) {
                    if (probabilities[image * blueprint.classes() + i]
                            > probabilities[image * blueprint.classes() + best]) {
                        best = i;
                    }
                }
                right += best == labels[image] ? 1 : 0;
            }
            return (double) right / n;
        }

        /** Derivatives of the mean loss by node with respect to its output; not for the softmax. */
        public Map<String, double[]> outputGradients() {
            backward();
            return outputGradients;
        }

        /** Derivatives of the mean loss with respect to what learns. */
        public Map<String, Map<Parameter, double[]>> parameterGradients() {
            backward();
            return parameterGradients;
        }

        private double[] compute(Node node, Batch batch) {
            if (node.op() instanceof Op.Input) {
                double[] images = new double[batch.images().length];
                for (int i = 0; i < images.length; i++) {
                    images[i] = batch.images()[i];
                }
                return images;
            }
            Shape in = input(blueprint, node.id());
            Shape out = blueprint.shape(node.id());
            double[] x = outputs.get(node.inputs().get(0));
            Map<Parameter, double[]> own = parameters.get(node.id());
            if (node.op() instanceof Op.Conv conv) {
                return SchoolLoops.conv(conv, n, in, out, x, own.get(Parameter.WEIGHT), own.get(Parameter.BIAS));
            } else if (node.op() instanceof Op.Pool pool) {
                return SchoolLoops.pool(pool, n, in, out, x);
            } else if (node.op() instanceof Op.Subsample subsample) {
                return SchoolLoops.subsample(
                        subsample, n, in, out, x, own.get(Parameter.SCALE), own.get(Parameter.SHIFT));
            } else if (node.op() instanceof Op.Lrn norm) {
                return SchoolLoops.lrn(norm, in, x);
            } else if (node.op() instanceof Op.Dense) {
                return SchoolLoops.dense(
                        n, in.size(), out.size(), x, own.get(Parameter.WEIGHT), own.get(Parameter.BIAS));
            } else if (node.op() instanceof Op.Activation activation) {
                return SchoolLoops.activation(activation.kind(), x);
            } else if (node.op() instanceof Op.BatchNorm norm) {
                double[][] used = training
                        ? SchoolLoops.channelStatistics(n, in, x)
                        : new double[][] {own.get(Parameter.MEAN), own.get(Parameter.VARIANCE)};
                statistics.put(node.id(), used);
                double[][] learned = {own.get(Parameter.SCALE), own.get(Parameter.SHIFT)};
                return SchoolLoops.batchNorm(norm, in, x, used, learned);
            } else if (node.op() instanceof Op.Softmax) {
                return SchoolLoops.softmax(n, out.size(), x);
            } else if (node.op() instanceof Op.GlobalPool) {
                return SchoolLoops.globalPool(in, x);
            } else if (node.op() instanceof Op.Dropout dropout) {
                Op.Dropout used = new Op.Dropout(training ? dropShare.orElse(dropout.rate()) : 0);
                double[] mask = SchoolLoops.mask(
                        used, x.length, new Random(chance * 31 + node.id().hashCode()));
                masks.put(node.id(), mask);
                double[] kept = new double[x.length];
                SchoolLoops.addProduct(x, mask, kept);
                return kept;
            } else if (node.op() instanceof Op.Add) {
                return SchoolLoops.add(of(node.inputs(), outputs));
            } else if (node.op() instanceof Op.Concat) {
                return SchoolLoops.concat(n, of(node.inputs(), outputs));
            }
            throw new IllegalArgumentException(
                    "No loop is written for " + node.op().name());
        }

        private static List<double[]> of(List<String> nodes, Map<String, double[]> values) {
            return nodes.stream().map(values::get).toList();
        }

        private void backward() {
            if (!outputGradients.isEmpty()) {
                return;
            }
            Node softmax = blueprint.last();
            for (Node node : blueprint.nodes()) {
                if (!node.equals(softmax)) {
                    outputGradients.put(node.id(), new double[outputs.get(node.id()).length]);
                }
                Map<Parameter, double[]> own = new EnumMap<>(Parameter.class);
                parameters.get(node.id()).forEach((parameter, values) -> {
                    if (parameter != Parameter.MEAN && parameter != Parameter.VARIANCE) {
                        own.put(parameter, new double[values.length]);
                    }
                });
                parameterGradients.put(node.id(), own);
            }
            double[] error = outputGradients.get(softmax.inputs().get(0));
            for (int i = 0; i < error.length; i++) {
                int right = labels[i / blueprint.classes()] == i % blueprint.classes() ? 1 : 0;
                error[i] = (outputs.get(softmax.id())[i] - right) / n;
            }
            for (int i = blueprint.nodes().size() - 2; i > 0; i--) {
                back(blueprint.nodes().get(i));
            }
        }

        private void back(Node node) {
            Shape in = input(blueprint, node.id());
            Shape out = blueprint.shape(node.id());
            String source = node.inputs().get(0);
            double[] x = outputs.get(source);
            double[] dx = outputGradients.get(source);
            double[] dz = outputGradients.get(node.id());
            Map<Parameter, double[]> own = parameters.get(node.id());
            Map<Parameter, double[]> mine = parameterGradients.get(node.id());
            SchoolLoops.Gradient weights =
                    new SchoolLoops.Gradient(dx, mine.get(Parameter.WEIGHT), mine.get(Parameter.BIAS));
            if (node.op() instanceof Op.Conv conv) {
                SchoolLoops.convBack(conv, n, in, out, x, own.get(Parameter.WEIGHT), dz, weights);
            } else if (node.op() instanceof Op.Pool pool) {
                SchoolLoops.poolBack(pool, n, in, out, x, outputs.get(node.id()), dz, dx);
            } else if (node.op() instanceof Op.Subsample subsample) {
                SchoolLoops.subsampleBack(
                        subsample,
                        n,
                        in,
                        out,
                        x,
                        own.get(Parameter.SCALE),
                        dz,
                        new SchoolLoops.Gradient(dx, mine.get(Parameter.SCALE), mine.get(Parameter.SHIFT)));
            } else if (node.op() instanceof Op.Lrn norm) {
                SchoolLoops.lrnBack(norm, in, x, dz, dx);
            } else if (node.op() instanceof Op.Dense) {
                SchoolLoops.denseBack(n, in.size(), out.size(), x, own.get(Parameter.WEIGHT), dz, weights);
            } else if (node.op() instanceof Op.Activation activation) {
                SchoolLoops.activationBack(activation.kind(), x, outputs.get(node.id()), dz, dx);
            } else if (node.op() instanceof Op.GlobalPool) {
                SchoolLoops.globalPoolBack(in, dz, dx);
            } else if (node.op() instanceof Op.Dropout) {
                SchoolLoops.addProduct(dz, masks.get(node.id()), dx);
            } else if (node.op() instanceof Op.Add) {
                double[] ones = new double[dz.length];
                Arrays.fill(ones, 1);
                of(node.inputs(), outputGradients).forEach(to -> SchoolLoops.addProduct(dz, ones, to));
            } else if (node.op() instanceof Op.Concat) {
                SchoolLoops.concatBack(n, dz, of(node.inputs(), outputGradients));
            } else if (node.op() instanceof Op.BatchNorm norm) {
                SchoolLoops.batchNormBack(
                        norm,
                        n,
                        in,
                        x,
                        statistics.get(node.id()),
                        training,
                        own.get(Parameter.SCALE),
                        dz,
                        new SchoolLoops.Gradient(dx, mine.get(Parameter.SCALE), mine.get(Parameter.SHIFT)));
            }
        }
    }
}
