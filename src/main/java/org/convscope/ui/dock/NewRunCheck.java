package org.convscope.ui.dock;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Census;
import org.convscope.data.DatasetCard;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Preparation;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;

/** Reads what was filled in for a new run: what of it cannot be, and the run if all of it can. */
final class NewRunCheck {

    private final Map<NewRunField, String> typed;
    private final Map<NewRunField, Problem> problems = new EnumMap<>(NewRunField.class);
    private final Preparation preparation;
    private final Optional<Census> census;
    private final Optional<Scenario> scenario;

    /**
     * Reads a form.
     *
     * @param options the architecture's choices, where they differ from its standard
     * @param showing how images come into the network, but for their size
     * @param typed by field, as it was typed
     * @param limit passed on to the plan
     */
    NewRunCheck(
            Material material,
            Architecture architecture,
            Map<String, String> options,
            Optimizer optimizer,
            Showing showing,
            Map<NewRunField, String> typed,
            int limit) {
        this.typed = typed;
        DatasetCard data = material.card();
        material.missing().ifPresent(missing -> problems.put(NewRunField.DATA, missing));
        Optional<Double> rate = read(
                NewRunField.LEARNING_RATE,
                text -> plan(Double.parseDouble(text), 1, 1).learningRate(),
                text -> Problem.of("spec.learningRate", text));
        Optional<Integer> batch = read(
                NewRunField.BATCH,
                text -> plan(1, Integer.parseInt(text), 1).batchSize(),
                text -> Problem.of("spec.batch", text, TrainingPlan.MOST_IMAGES_IN_A_BATCH));
        Optional<Integer> epochs = read(
                NewRunField.EPOCHS,
                text -> plan(1, 1, Integer.parseInt(text)).epochs(),
                text -> Problem.of("spec.epochs", text, TrainingPlan.MOST_EPOCHS));
        Optional<Long> seed = read(NewRunField.SEED, Long::parseLong, text -> Problem.of("ui.seed", text));
        Optional<Schedule> schedule = attempt(NewRunField.SCHEDULE, () -> Schedule.parse(schedule()));
        Preparation standard = Preparation.standard(
                architecture, options, data.shape(), data.classes().size());
        this.preparation = attempt(
                        NewRunField.INPUT, () -> showing.preparation(text(NewRunField.INPUT), data.shape(), standard))
                .orElse(Preparation.AS_IS);
        this.census = attempt(
                NewRunField.NETWORK,
                () -> Census.of(architecture.draw(
                        preparation.shape(data.shape()), data.classes().size(), options)));
        this.scenario = problems.isEmpty()
                ? Optional.of(new Scenario(
                        data.id(),
                        architecture.id(),
                        options,
                        new TrainingPlan(
                                optimizer,
                                rate.orElseThrow(),
                                schedule.orElseThrow(),
                                batch.orElseThrow(),
                                epochs.orElseThrow(),
                                seed.orElseThrow(),
                                limit),
                        preparation))
                : Optional.empty();
    }

    /** In the order of the form. */
    Map<NewRunField, Problem> problems() {
        return Collections.unmodifiableMap(problems);
    }

    /** How images would come into the network; as they are where that cannot be. */
    Preparation preparation() {
        return preparation;
    }

    /** What the network costs; empty where it cannot be drawn. */
    Optional<Census> census() {
        return census;
    }

    /** The run; empty as long as something cannot be. */
    Optional<Scenario> scenario() {
        return scenario;
    }

    private String schedule() {
        String kind = text(NewRunField.SCHEDULE);
        return kind.equals("step")
                ? "step:" + text(NewRunField.STEP_EPOCHS) + ":" + text(NewRunField.STEP_DECAY)
                : kind;
    }

    private String text(NewRunField field) {
        return typed.get(field).strip();
    }

    private static TrainingPlan plan(double rate, int batch, int epochs) {
        return new TrainingPlan(new Optimizer.Sgd(), rate, new Schedule.Constant(), batch, epochs, 0, 0);
    }

    private <T> Optional<T> read(NewRunField field, Function<String, T> reader, Function<String, Problem> notANumber) {
        return attempt(field, () -> {
            try {
                return reader.apply(text(field));
            } catch (NumberFormatException noNumber) {
                throw notANumber.apply(text(field)).asException(noNumber);
            }
        });
    }

    private <T> Optional<T> attempt(NewRunField field, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (ProblemException wrong) {
            problems.put(field, wrong.problem());
            return Optional.empty();
        }
    }
}
