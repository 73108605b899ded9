package org.convscope.ui.dock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Zoo;
import org.convscope.data.DatasetCard;
import org.convscope.spec.Augmentation;
import org.convscope.spec.Fit;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Preparation;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewRunModelTest {

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final ExploreModel explore = new ExploreModel(workbench, Pulse.immediate());
    private final DatasetCard fashion = card("fashion-mnist", Shape.of(1, 28, 28));
    private final NewRunModel model = new NewRunModel(explore, List.of(fashion, card("tiny", Shape.of(1, 6, 6))));

    @Test
    void itBeginsWithTheRecipeOfTheCourse() {
        assertEquals(RecipeOfTheCourse.on("fashion-mnist"), scenario());
        assertEquals(61_706, model.checkProperty().get().census().orElseThrow().parameters());
    }

    @ParameterizedTest
    @CsvSource({
        "sigmoid, sgd, 0.9",
        "tanh, sgd, 0.9",
        "relu, sgd, 0.1",
        "leaky-relu, sgd, 0.1",
        "relu, nesterov, 0.01",
        "sigmoid, nesterov, 0.09",
        "relu, adam, 0.001"
    })
    void theRateFollowsActivationAndOptimizer(String activation, String optimizer, double rate) {
        model.optionProperty("activation").set(activation);
        model.optimizerProperty().set(Optimizer.byId(optimizer));
        assertEquals(rate, scenario().plan().learningRate());
    }

    @Test
    void aRateThatThePersonTypedStays() {
        type(NewRunField.LEARNING_RATE, "0.35");
        model.optionProperty("activation").set("relu");
        assertEquals(0.35, scenario().plan().learningRate());
    }

    @ParameterizedTest
    @CsvSource({
        "LEARNING_RATE, fast",
        "LEARNING_RATE, -1",
        "LEARNING_RATE, ''",
        "LEARNING_RATE, NaN",
        "BATCH, 0",
        "BATCH, 2.5",
        "EPOCHS, none",
        "SEED, x"
    })
    void whatCannotBeIsAProblemOfItsFieldAndNothingBegins(NewRunField field, String text) {
        type(field, text);
        assertEquals(Set.of(field), model.checkProperty().get().problems().keySet());
        model.begin();
        assertEquals(List.of(), workbench.asked());
    }

    @Test
    void problemsComeInTheOrderOfTheForm() {
        type(NewRunField.SEED, "x");
        type(NewRunField.EPOCHS, "");
        type(NewRunField.LEARNING_RATE, "-1");
        assertEquals(
                List.of(NewRunField.LEARNING_RATE, NewRunField.EPOCHS, NewRunField.SEED),
                List.copyOf(model.checkProperty().get().problems().keySet()));
    }

    @Test
    void stepsOfTheRateAreReadFromTheirTwoFields() {
        type(NewRunField.SCHEDULE, "step");
        type(NewRunField.STEP_EPOCHS, "3");
        type(NewRunField.STEP_DECAY, "0.1");
        assertEquals(new Schedule.Step(3, 0.1), scenario().plan().schedule());
        type(NewRunField.STEP_DECAY, "7");
        assertTrue(model.checkProperty().get().problems().containsKey(NewRunField.SCHEDULE));
        type(NewRunField.SCHEDULE, "cosine");
        assertEquals(new Schedule.Cosine(), scenario().plan().schedule());
    }

    @Test
    void imagesThatAreTooSmallForTheNetworkAreShownLargerUnlessTheyAreSignals() {
        model.datasetProperty().set(model.datasets().get(1));
        assertEquals(Optional.of(Shape.of(1, 28, 28)), scenario().preparation().size());
        model.choose(card("signals", Shape.of(1, 1, 99)));
        assertEquals(
                Set.of(NewRunField.NETWORK),
                model.checkProperty().get().problems().keySet());
        assertFalse(model.checkProperty().get().census().isPresent());
    }

    @Test
    void itBeginsWhatIsFilledIn() {
        model.optionProperty("pool").set("max");
        type(NewRunField.SEED, "7");
        model.begin();
        assertEquals(List.of("begin " + scenario().text()), workbench.asked());
        assertEquals(Map.of("pool", "max"), workbench.run().scenario().options());
        assertEquals(7, workbench.run().scenario().plan().seed());
    }

    @Test
    void whatTheOpenRunIsMadeOfCanBeFilledInEvenIfItsDataAreThePersonsOwn() {
        Scenario open = new Scenario(
                "/home/somebody/images",
                "lenet",
                Map.of("activation", "tanh"),
                new TrainingPlan(new Optimizer.Nesterov(0.5), 0.25, new Schedule.Step(2, 0.3), 64, 3, 11, 500));
        explore.begin(open);
        model.fillFromOpenRun();
        assertEquals(open, scenario());
        assertTrue(model.datasets().contains(workbench.run().dataset().card()));
    }

    @Test
    void aRunLikeOneWithWrongLabelsHasThemToo() {
        Scenario open = new Scenario(
                "fashion-mnist",
                "lenet",
                Map.of(),
                new TrainingPlan(new Optimizer.Sgd(), 0.25, new Schedule.Constant(), 64, 3, 11, 500)
                        .withLabelNoise(0.3));
        model.fill(open);
        model.begin();
        assertEquals(0.3, workbench.run().scenario().plan().labelNoise());
    }

    @Test
    void afterADivergenceATenthOfTheRateIsFilledIn() {
        explore.open("lenet-sigmoid");
        model.fillGentler();
        assertEquals(0.09, scenario().plan().learningRate());
    }

    @Test
    void anotherNetworkBringsItsOwnChoicesAndItsRate() {
        for (Architecture architecture : Zoo.ALL) {
            model.architectureProperty().set(architecture);
            for (Choice choice : architecture.choices()) {
                assertEquals(
                        choice.standard(), model.optionProperty(choice.key()).get());
                choice.values()
                        .forEach(value -> model.optionProperty(choice.key()).set(value));
                model.optionProperty(choice.key()).set(choice.standard());
            }
        }
        model.architectureProperty().set(Zoo.byId("resnet18"));
        model.optionProperty("width").set("eighth");
        assertEquals("resnet18", scenario().network());
        assertEquals(Map.of("width", "eighth"), scenario().options());
        assertEquals(0.1, scenario().plan().learningRate(), "the rate of a ReLU");
        model.begin();
        assertEquals("resnet18", workbench.run().blueprint().network());
    }

    @Test
    void theNetworksStandInThreeGroupsEachBelowOneHeading() {
        List<String> headed = Zoo.ALL.stream()
                .filter(NewRunModel::isFirstOfItsSize)
                .map(Architecture::id)
                .toList();
        assertEquals(List.of("lenet", "alexnet-mini", "alexnet"), headed);
    }

    @Test
    void everyChoiceAndValueHasAWordAndATip() {
        for (Architecture architecture : Zoo.ALL) {
            for (Choice choice : architecture.choices()) {
                assertFalse(Texts.get("dock.choice." + choice.key()).isBlank());
                assertFalse(Texts.get("dock.tip.choice." + choice.key()).isBlank());
                choice.values().stream()
                        .filter(value -> !value.matches("\\d+"))
                        .forEach(value ->
                                assertFalse(Texts.get("kit.value." + value).isBlank()));
            }
        }
    }

    @Test
    void aNetworkThatNeedsLargerImagesIsShownThemLarger() {
        model.architectureProperty().set(Zoo.byId("vgg11"));
        assertEquals(
                Optional.of(Shape.of(1, 224, 224)), scenario().preparation().size());
        assertEquals(Fit.STRETCH, scenario().preparation().fit());
        model.fitProperty().set(Optional.of(Fit.PAD));
        assertEquals(Fit.PAD, scenario().preparation().fit());
        model.architectureProperty().set(Zoo.byId("vgg11-mini"));
        assertEquals(Optional.of(Shape.of(1, 32, 32)), scenario().preparation().size());
    }

    @Test
    void aSizeTooSmallForTheNetworkIsAProblemOfTheNetworkAndNonsenseOneOfTheField() {
        model.architectureProperty().set(Zoo.byId("vgg11"));
        type(NewRunField.INPUT, "1x8x8");
        assertEquals(
                Set.of(NewRunField.NETWORK),
                model.checkProperty().get().problems().keySet());
        type(NewRunField.INPUT, "2x64x64");
        assertTrue(model.checkProperty().get().problems().containsKey(NewRunField.INPUT));
        type(NewRunField.INPUT, "64");
        assertTrue(model.checkProperty().get().problems().containsKey(NewRunField.INPUT));
        type(NewRunField.INPUT, "3x64x64");
        assertEquals(
                Shape.of(3, 64, 64), scenario().draw(Shape.of(1, 28, 28), 10).input());
    }

    @Test
    void howImagesArePreparedIsFilledInAgain() {
        type(NewRunField.INPUT, "3x40x40");
        model.fitProperty().set(Optional.of(Fit.CROP));
        model.normaliseProperty().set(true);
        model.augmentProperty(Augmentation.SHIFT).set(true);
        model.augmentProperty(Augmentation.NOISE).set(true);
        Scenario wished = scenario();
        assertEquals(
                Set.of(Augmentation.SHIFT, Augmentation.NOISE),
                wished.preparation().augment());
        model.fill(RecipeOfTheCourse.on("fashion-mnist"));
        assertEquals(Preparation.AS_IS, scenario().preparation());
        model.fill(wished);
        assertEquals(wished, scenario());
    }

    @Test
    void thePreviewShowsTheImageAsItIsAsItIsShownAndVaried() {
        List<Throwable> failures = new ArrayList<>();
        PreviewModel preview = new PreviewModel(model, Pulse.immediate(), Runnable::run, failures::add);
        assertEquals(List.of(), preview.imagesProperty().get(), "nobody looks yet");
        preview.begin();
        assertEquals(2, preview.imagesProperty().get().size());
        type(NewRunField.INPUT, "3x32x32");
        model.augmentProperty(Augmentation.SHIFT).set(true);
        List<Tensor> images = preview.imagesProperty().get();
        assertEquals(6, images.size());
        assertEquals(Shape.of(1, 28, 28), images.get(0).shape());
        assertEquals(Shape.of(3, 32, 32), images.get(1).shape());
        preview.next();
        assertNotEquals(images.get(0), preview.imagesProperty().get().get(0));
        model.datasetProperty().set(card("nowhere", Shape.of(1, 28, 28)));
        assertEquals(1, failures.size());
        assertEquals(List.of(), preview.imagesProperty().get());
    }

    @Test
    void aFolderOfOnesOwnIsChosenInTheForm(@TempDir Path folder) throws IOException {
        Notices notices = new Notices(text -> {});
        OwnDataModel own = new OwnDataModel(model::choose, notices, Pulse.immediate(), Runnable::run);
        own.open(folder);
        assertEquals(1, notices.shown().size(), "there is nothing in it");
        Path file = folder.resolve("signals.csv");
        Files.writeString(file, "a,1,2\nb,2,1\n".repeat(5));
        own.open(file);
        assertEquals("signals", model.datasetProperty().get().title());
        assertTrue(model.datasets().contains(model.datasetProperty().get()));
        assertFalse(own.busyProperty().get());
    }

    @Test
    void anOpenRunOfAnotherNetworkIsFilledInWithItsNetwork() {
        Scenario open = new Scenario(
                "fashion-mnist",
                "googlenet",
                Map.of("width", "eighth"),
                RecipeOfTheCourse.on("fashion-mnist").plan());
        explore.begin(open);
        model.fillFromOpenRun();
        assertEquals(open, scenario());
    }

    private Scenario scenario() {
        return model.checkProperty().get().scenario().orElseThrow();
    }

    private void type(NewRunField field, String text) {
        model.textProperty(field).set(text);
    }

    private static DatasetCard card(String id, Shape shape) {
        return new DatasetCard(
                id,
                id,
                List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
                shape,
                60_000,
                10_000,
                "",
                "",
                Map.of());
    }
}
