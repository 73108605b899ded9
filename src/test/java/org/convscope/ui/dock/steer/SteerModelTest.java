package org.convscope.ui.dock.steer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.convscope.spec.Schedule;
import org.convscope.spec.Steering;
import org.convscope.spec.Steering.Knob;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.Test;

class SteerModelTest {

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final ExploreModel explore = new ExploreModel(workbench, Pulse.immediate());
    private final SteerModel model = new SteerModel(explore, Pulse.immediate());

    @Test
    void withNothingOpenNoKnobCanBeTurned() {
        assertNull(model.inForceProperty().get());
        type(Knob.LEARNING_RATE, "0.5");
        model.backToThePlan();
        assertEquals("Nothing is open that learns.", model.whyNoneProperty().get());
        assertFalse(model.isSteered().get());
    }

    @Test
    void theFieldsBeginWithWhatIsInForce() {
        FakeRun run = open();
        Steering plan = Steering.of(run.scenario().plan());
        assertEquals(plan, model.inForceProperty().get());
        for (Knob knob : List.of(Knob.LEARNING_RATE, Knob.BATCH_SIZE, Knob.WEIGHT_DECAY, Knob.LABEL_NOISE)) {
            assertEquals(plan.text(knob), typed(knob));
        }
        assertEquals("constant", typed(Knob.SCHEDULE));
        assertEquals(
                model.steerableProperty().get().orElseThrow().learning(),
                Stream.of("conv1", "conv2", "fc1", "fc2", "logits")
                        .filter(node -> run.blueprint().has(node))
                        .toList());
    }

    @Test
    void whatIsTypedIsTakenWhenItIsCommittedAndNotBefore() {
        FakeRun run = open();
        model.typedProperty(Knob.LEARNING_RATE).set("0.05");
        assertEquals(List.of(), run.asked());
        model.commit(Knob.LEARNING_RATE);
        assertEquals(0.05, run.steering().learningRate());
        assertEquals(run.steering(), model.inForceProperty().get());
        assertTrue(model.isSteered().get());
        type(Knob.BATCH_SIZE, " 64 ");
        type(Knob.WEIGHT_DECAY, "5e-4");
        type(Knob.LABEL_NOISE, "0.3");
        assertEquals("0.0005", typed(Knob.WEIGHT_DECAY), "as every number is written");
        assertEquals(64, run.steering().batchSize());
        assertEquals(0.3, run.steering().labelNoise());
    }

    @Test
    void whatCannotBeStaysInItsFieldMarkedAndNothingIsChanged() {
        FakeRun run = open();
        Steering before = run.steering();
        type(Knob.LEARNING_RATE, "-1");
        type(Knob.BATCH_SIZE, "many");
        assertEquals(
                Set.of(Knob.LEARNING_RATE, Knob.BATCH_SIZE),
                model.problemsProperty().get().keySet());
        assertEquals(
                "spec.batch",
                model.problemsProperty().get().get(Knob.BATCH_SIZE).code());
        assertEquals("many", typed(Knob.BATCH_SIZE));
        assertEquals(before, run.steering());
        type(Knob.WEIGHT_DECAY, "0.001");
        assertEquals("-1", typed(Knob.LEARNING_RATE), "another change leaves it");
        type(Knob.LEARNING_RATE, "0.2");
        assertEquals(Set.of(Knob.BATCH_SIZE), model.problemsProperty().get().keySet());
    }

    @Test
    void aScheduleInStepsIsItsKindAndItsTwoNumbers() {
        FakeRun run = open();
        type(Knob.SCHEDULE, "step");
        assertEquals(new Schedule.Step(4, 0.5), run.steering().schedule());
        model.epochsOfStepsProperty().set("0");
        model.commit(Knob.SCHEDULE);
        assertEquals(Set.of(Knob.SCHEDULE), model.problemsProperty().get().keySet());
        model.epochsOfStepsProperty().set("2");
        model.decayOfStepsProperty().set("0.1");
        model.commit(Knob.SCHEDULE);
        assertEquals(new Schedule.Step(2, 0.1), run.steering().schedule());
        assertEquals("step", typed(Knob.SCHEDULE));
        type(Knob.SCHEDULE, "cosine");
        assertEquals(new Schedule.Cosine(), run.steering().schedule());
    }

    @Test
    void aLayerIsFrozenAndThawedByItsBox() {
        FakeRun run = open();
        model.frozenProperty("conv1").set(true);
        model.frozenProperty("logits").set(true);
        assertEquals(Set.of("conv1", "logits"), run.steering().frozen());
        model.frozenProperty("conv1").set(false);
        assertEquals(Set.of("logits"), run.steering().frozen());
    }

    @Test
    void backToThePlanIsAChangeLikeAnother() {
        FakeRun run = open();
        type(Knob.LEARNING_RATE, "0.05");
        model.frozenProperty("conv1").set(true);
        type(Knob.BATCH_SIZE, "none");
        model.backToThePlan();
        assertEquals(Steering.of(run.scenario().plan()), run.steering());
        assertFalse(model.isSteered().get());
        assertFalse(model.frozenProperty("conv1").get());
        assertEquals(String.valueOf(run.steering().batchSize()), typed(Knob.BATCH_SIZE));
        assertEquals(3, run.asked().size());
    }

    @Test
    void aResetShowsThePlanAgain() {
        FakeRun run = open();
        type(Knob.LEARNING_RATE, "0.05");
        run.reset();
        assertEquals(Steering.of(run.scenario().plan()).text(Knob.LEARNING_RATE), typed(Knob.LEARNING_RATE));
    }

    @Test
    void aKnobThatTheNetworkDoesNotHaveSaysWhy() {
        FakeRun run = open();
        assertEquals(
                "Momentum belongs to Nesterov's optimizer; this run learns by SGD.",
                model.whyNotProperty(Knob.MOMENTUM).get());
        assertEquals(
                "This network has no dropout layer.",
                model.whyNotProperty(Knob.DROPOUT).get());
        assertEquals("", model.whyNotProperty(Knob.BATCH_SIZE).get());
        type(Knob.DROPOUT, "0.5");
        assertEquals(OptionalDouble.empty(), run.steering().dropout());
    }

    @Test
    void whatHasEndedAndWhatAnotherProgramSavedIsNotSteered() {
        FakeRun run = open();
        run.stop().join();
        assertTrue(model.whyNoneProperty().get().startsWith("This training has ended."));
        type(Knob.LEARNING_RATE, "0.05");
        assertEquals(Steering.of(run.scenario().plan()), run.steering());
        workbench.lay(run.from(Path.of("cats.h5"), true));
        explore.open("cats.h5");
        assertEquals(
                "To look at: it does not learn here", model.whyNoneProperty().get());
    }

    private FakeRun open() {
        explore.open("lenet-sigmoid");
        return (FakeRun) explore.runProperty().get();
    }

    private void type(Knob knob, String text) {
        model.typedProperty(knob).set(text);
        model.commit(knob);
    }

    private String typed(Knob knob) {
        return model.typedProperty(knob).get();
    }
}
