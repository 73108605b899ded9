package org.convscope.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.convscope.blueprint.Zoo;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;

/** The catalogue of contrasts: the questions of the course that two runs answer better than one. */
public final class Contrasts {

    private static final String DATA = "fashion-mnist";
    private static final Shape IMAGE = Shape.of(1, 28, 28);
    private static final int CLASSES = 10;
    private static final int EPOCHS = 10;

    private static final Recipe SIGMOID = recipe("lenet", "sgd", 0.9, 256).set("activation", "sigmoid");
    private static final Recipe RELU = recipe("lenet", "sgd", 0.1, 256).set("activation", "relu");
    private static final Recipe ALEXNET = recipe("alexnet-mini", "adam", 0.001, 128);
    // With batch norms the plain network of 20 layers learns as well; without, it does not begin: after one epoch on
    // 20,000 images its test loss was 2.303, that of the residual one 1.234.
    private static final Recipe NARROW_RESNET =
            recipe("resnet20", "nesterov", 0.01, 128).set("width", "half").set("batch-norm", "no");

    /** Every contrast, the one to begin with first. */
    public static final List<Contrast> ALL = List.of(
            contrast("activation", side("sigmoid", SIGMOID), side("ReLU", RELU)),
            contrast(
                    "sigmoid-relu",
                    side("sigmoid, rate 0.9", SIGMOID),
                    side("sigmoid, rate 0.1", SIGMOID.rate(0.1)),
                    side("ReLU, rate 0.9", RELU.rate(0.9)),
                    side("ReLU, rate 0.1", RELU)),
            contrast("pooling", side("average", RELU), side("max", RELU.set("pool", "max"))),
            contrast("dropout", side("with", ALEXNET), side("without", ALEXNET.set("dropout", "no"))),
            contrast("batch-norm", side("without", SIGMOID), side("with", SIGMOID.set("batch-norm", "yes"))),
            contrast(
                    "lrn",
                    side("with", recipe("alexnet-2012-mini", "adam", 0.001, 128).set("lrn", "yes")),
                    side(
                            "without",
                            recipe("alexnet-2012-mini", "adam", 0.001, 128).set("lrn", "no"))),
            contrast(
                    "optimizers",
                    side("SGD", RELU),
                    side("momentum", RELU.by("nesterov").rate(0.02)),
                    side("Adam", RELU.by("adam").rate(0.001))),
            contrast(
                    "schedules",
                    side("constant", RELU),
                    side("step", RELU.schedule(Schedule.parse("step"))),
                    side("cosine", RELU.schedule(new Schedule.Cosine()))),
            contrast("wrong-labels", side("clean", RELU), side("30 % wrong", RELU.noise(0.3))),
            contrast("batches", side("64", RELU.batch(64)), side("256", RELU), side("2048", RELU.batch(2048))),
            contrast("shortcuts", side("residual", NARROW_RESNET), side("plain", NARROW_RESNET.set("shortcut", "no"))),
            contrast(
                    "heads",
                    side("dense", recipe("vgg11-mini", "adam", 0.001, 128).set("head", "dense")),
                    side("averages", recipe("vgg11-mini", "adam", 0.001, 128).set("head", "global-average"))),
            contrast(
                    "cnn-mlp",
                    side("LeNet", RELU),
                    side("MLP", recipe("mlp", "sgd", 0.1, 256).set("activation", "relu"))));

    private Contrasts() {}

    /** The contrast of this id; a Problem that lists the ids if there is none. */
    public static Contrast byId(String id) {
        return ALL.stream()
                .filter(contrast -> contrast.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of("spec.contrast", id, ids()).asException());
    }

    /** The ids, joined by commas. */
    public static String ids() {
        return ALL.stream().map(Contrast::id).collect(Collectors.joining(", "));
    }

    /** Whether there is a contrast of this id. */
    public static boolean has(String id) {
        return ALL.stream().anyMatch(contrast -> contrast.id().equals(id));
    }

    private static Contrast contrast(String id, Contrast.Side... sides) {
        return new Contrast(id, Arrays.asList(sides));
    }

    private static Contrast.Side side(String name, Recipe recipe) {
        return new Contrast.Side(name, recipe.scenario());
    }

    private static Recipe recipe(String network, String optimizer, double rate, int batch) {
        return new Recipe(
                network,
                Map.of(),
                new TrainingPlan(Optimizer.byId(optimizer), rate, new Schedule.Constant(), batch, EPOCHS, 0, 0));
    }

    /** A network with its plan, to be varied. */
    private record Recipe(String network, Map<String, String> options, TrainingPlan plan) {

        Recipe set(String key, String value) {
            Map<String, String> more = new TreeMap<>(options);
            more.put(key, value);
            return new Recipe(network, more, plan);
        }

        Recipe by(String optimizer) {
            return planned(Optimizer.byId(optimizer), plan.learningRate(), plan.schedule(), plan.batchSize());
        }

        Recipe rate(double rate) {
            return planned(plan.optimizer(), rate, plan.schedule(), plan.batchSize());
        }

        Recipe schedule(Schedule schedule) {
            return planned(plan.optimizer(), plan.learningRate(), schedule, plan.batchSize());
        }

        Recipe batch(int size) {
            return planned(plan.optimizer(), plan.learningRate(), plan.schedule(), size);
        }

        Recipe noise(double share) {
            return new Recipe(network, options, plan.withLabelNoise(share));
        }

        Scenario scenario() {
            return new Scenario(
                    DATA, network, options, plan, Preparation.standard(Zoo.byId(network), options, IMAGE, CLASSES));
        }

        private Recipe planned(Optimizer optimizer, double rate, Schedule schedule, int batch) {
            return new Recipe(
                    network,
                    options,
                    new TrainingPlan(optimizer, rate, schedule, batch, plan.epochs(), plan.seed(), plan.limit())
                            .withLabelNoise(plan.labelNoise()));
        }
    }
}
