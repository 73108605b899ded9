package org.convscope.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.convscope.spec.Augmentation;
import org.convscope.spec.EngineReport;
import org.convscope.spec.Fit;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Preparation;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Shape;
import org.convscope.train.TrainState;

/** A card as JSON, field by field. Fields that are not known are passed over; those that are, are checked. */
final class CardText {

    /** The format that is written. A reader of an older program refuses a newer one. */
    static final int FORMAT = 3;

    /** What is written where every label is as the dataset has it: older readers know no noise. */
    private static final int FORMAT_PREPARED = 2;

    /** What is written where images are as the dataset has them, too: the oldest readers know no preparation. */
    private static final int FORMAT_AS_IS = 1;

    /** No card is longer; it has no list that could grow. */
    static final int MOST_BYTES = 1 << 20;

    private static final int LONGEST_SIDE = 1 << 16;
    private static final int MOST_CLASSES = 1 << 20;

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CardText() {}

    static byte[] write(RunCard card) {
        ObjectNode json = JSON.createObjectNode();
        boolean asIs = card.scenario().preparation().equals(Preparation.AS_IS);
        boolean isNoisy = card.scenario().plan().labelNoise() > 0;
        json.put("format", isNoisy ? FORMAT : asIs ? FORMAT_AS_IS : FORMAT_PREPARED);
        json.put("id", card.id());
        json.put("network", card.scenario().network());
        new TreeMap<>(card.scenario().options()).forEach(json.putObject("options")::put);
        for (int length : card.input().toArray()) {
            json.withArray("input").add(length);
        }
        json.put("classes", card.classes());
        json.putObject("data")
                .put("id", card.scenario().data())
                .put("train", card.trainImages())
                .put("test", card.testImages());
        if (!asIs) {
            write(card.scenario().preparation(), json.putObject("preparation"));
        }
        write(card.scenario().plan(), json.putObject("plan"));
        write(card.standing(), json);
        json.putObject("versions")
                .put("convscope", card.versions().convscope())
                .put("java", card.versions().java())
                .put("os", card.versions().os())
                .put("cores", card.versions().cores());
        write(card.engine(), json.putObject("engine"));
        json.put("sha256", card.sha256());
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(Preparation preparation, ObjectNode json) {
        preparation.size().ifPresent(size -> {
            for (int length : size.toArray()) {
                json.withArray("input").add(length);
            }
            json.put("fit", preparation.fit().id());
        });
        json.put("normalise", preparation.normalise());
        preparation.augment().forEach(kind -> json.withArray("augment").add(kind.id()));
    }

    private static void write(TrainingPlan plan, ObjectNode json) {
        ObjectNode optimizer =
                json.putObject("optimizer").put("id", plan.optimizer().id());
        if (plan.optimizer() instanceof Optimizer.Nesterov nesterov) {
            optimizer.put("momentum", nesterov.momentum());
        } else if (plan.optimizer() instanceof Optimizer.Adam adam) {
            optimizer.put("beta1", adam.beta1()).put("beta2", adam.beta2()).put("epsilon", adam.epsilon());
        }
        json.put("learningRate", plan.learningRate())
                .put("schedule", plan.schedule().text())
                .put("batch", plan.batchSize())
                .put("epochs", plan.epochs())
                .put("seed", plan.seed())
                .put("limit", plan.limit());
        if (plan.labelNoise() > 0) {
            json.put("labelNoise", plan.labelNoise());
        }
    }

    private static void write(Standing standing, ObjectNode json) {
        json.put("state", standing.state().name());
        json.put("step", standing.step());
        json.put("epoch", standing.epoch());
        put(json, "trainLoss", standing.trainLoss());
        put(json, "trainAccuracy", standing.trainAccuracy());
        put(json, "testLoss", standing.testLoss());
        put(json, "testAccuracy", standing.testAccuracy());
        json.put("started", standing.started().toString());
        json.put("ended", standing.ended().map(Object::toString).orElse(null));
    }

    private static void write(EngineReport engine, ObjectNode json) {
        json.put("engine", engine.engine()).put("threads", engine.threads()).put("oneDnn", engine.oneDnn());
        new TreeMap<>(engine.helpers()).forEach(json.putObject("helpers")::put);
    }

    // JSON has no NaN; what is not known is null.
    private static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }

    static RunCard read(String file, byte[] text) {
        CardFields fields = CardFields.parse(file, text);
        fields.mustBeOfFormat(FORMAT);
        return new RunCard(
                fields.text("id"),
                new Scenario(
                        fields.object("data").text("id"),
                        fields.text("network"),
                        fields.object("options").texts(),
                        plan(fields.object("plan")),
                        fields.has("preparation") ? preparation(fields.object("preparation")) : Preparation.AS_IS),
                shape(fields),
                fields.integer("classes", 1, MOST_CLASSES),
                fields.object("data").integer("train", 0, Integer.MAX_VALUE),
                fields.object("data").integer("test", 0, Integer.MAX_VALUE),
                standing(fields),
                versions(fields.object("versions")),
                engine(fields.object("engine")),
                fields.text("sha256"));
    }

    private static Shape shape(CardFields fields) {
        int[] lengths = fields.integers("input", 3, LONGEST_SIDE);
        if ((long) lengths[0] * lengths[1] * lengths[2] > Integer.MAX_VALUE) {
            throw fields.problem("input");
        }
        return Shape.of(lengths);
    }

    private static Preparation preparation(CardFields fields) {
        Set<Augmentation> augment = EnumSet.noneOf(Augmentation.class);
        if (fields.has("augment")) {
            fields.list("augment", Augmentation.values().length).forEach(id -> augment.add(Augmentation.byId(id)));
        }
        return new Preparation(
                fields.has("input") ? Optional.of(shape(fields)) : Optional.empty(),
                fields.has("input") ? Fit.byId(fields.text("fit")) : Preparation.AS_IS.fit(),
                fields.truth("normalise"),
                augment);
    }

    private static TrainingPlan plan(CardFields fields) {
        return new TrainingPlan(
                optimizer(fields.object("optimizer")),
                fields.number("learningRate"),
                Schedule.parse(fields.text("schedule")),
                fields.integer("batch", 1, Integer.MAX_VALUE),
                fields.integer("epochs", 1, Integer.MAX_VALUE),
                fields.wholeNumber("seed"),
                fields.integer("limit", 0, Integer.MAX_VALUE),
                fields.has("labelNoise") ? fields.number("labelNoise") : 0);
    }

    private static Optimizer optimizer(CardFields fields) {
        Optimizer standard = Optimizer.byId(fields.text("id"));
        if (standard instanceof Optimizer.Nesterov) {
            return new Optimizer.Nesterov(fields.number("momentum"));
        } else if (standard instanceof Optimizer.Adam) {
            return new Optimizer.Adam(fields.number("beta1"), fields.number("beta2"), fields.number("epsilon"));
        }
        return standard;
    }

    private static Standing standing(CardFields fields) {
        return new Standing(
                fields.oneOf("state", TrainState.values()),
                fields.wholeNumber("step"),
                fields.integer("epoch", 0, Integer.MAX_VALUE),
                fields.numberOrNaN("trainLoss"),
                fields.numberOrNaN("trainAccuracy"),
                fields.numberOrNaN("testLoss"),
                fields.numberOrNaN("testAccuracy"),
                fields.instant("started").orElseThrow(() -> fields.problem("started")),
                fields.instant("ended"));
    }

    private static Versions versions(CardFields fields) {
        return new Versions(
                fields.text("convscope"),
                fields.text("java"),
                fields.text("os"),
                fields.integer("cores", 1, Integer.MAX_VALUE));
    }

    private static EngineReport engine(CardFields fields) {
        Map<String, Boolean> helpers = fields.object("helpers").truths();
        return new EngineReport(
                fields.text("engine"),
                fields.integer("threads", 0, Integer.MAX_VALUE),
                fields.truth("oneDnn"),
                helpers);
    }
}
