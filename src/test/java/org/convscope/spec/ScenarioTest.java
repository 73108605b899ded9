package org.convscope.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Zoo;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTest {

    private static final String LINE = "data=fashion-mnist network=lenet activation=relu optimizer=sgd lr=0.1"
            + " schedule=constant batch=256 epochs=10 seed=0 limit=0";

    static Stream<Scenario> drawn() {
        return IntStream.range(0, 200).mapToObj(seed -> draw(new Random(seed)));
    }

    private static Scenario draw(Random random) {
        List<Choice> choices = Zoo.byId("lenet").choices();
        Map<String, String> options = new TreeMap<>();
        for (Choice choice : choices) {
            if (random.nextBoolean()) {
                options.put(choice.key(), oneOf(random, choice.values()));
            }
        }
        Schedule schedule = oneOf(
                random,
                List.of(
                        new Schedule.Constant(),
                        new Schedule.Cosine(),
                        new Schedule.Step(1 + random.nextInt(30), (1 + random.nextInt(100)) / 100.0)));
        TrainingPlan plan = new TrainingPlan(
                oneOf(random, Optimizer.ALL),
                Math.exp(random.nextDouble() * 12 - 9),
                schedule,
                1 + random.nextInt(TrainingPlan.MOST_IMAGES_IN_A_BATCH),
                1 + random.nextInt(TrainingPlan.MOST_EPOCHS),
                random.nextLong(),
                random.nextInt(70_000),
                random.nextBoolean() ? 0 : random.nextDouble());
        String data = random.ints(1 + random.nextInt(12), 0, 12)
                .mapToObj(i -> List.of("a", "Z", "7", " ", "%", "20", "=", "/", ".", "-", "数", "é")
                        .get(i))
                .reduce("/", String::concat);
        return new Scenario(data, "lenet", options, plan, preparation(random));
    }

    private static Preparation preparation(Random random) {
        if (random.nextInt(3) == 0) {
            return Preparation.AS_IS;
        }
        Set<Augmentation> some = EnumSet.noneOf(Augmentation.class);
        List.of(Augmentation.values()).forEach(kind -> {
            if (random.nextBoolean()) {
                some.add(kind);
            }
        });
        Shape size = Shape.of(oneOf(random, List.of(1, 3)), 1 + random.nextInt(300), 1 + random.nextInt(300));
        return new Preparation(Optional.of(size), oneOf(random, List.of(Fit.values())), random.nextBoolean(), some);
    }

    private static <T> T oneOf(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void whatIsWrittenIsReadAgain(Scenario scenario) {
        String text = scenario.text();
        assertEquals(scenario, Scenario.parse(text));
        assertEquals(
                text, Scenario.parse("  " + text.replace(" ", "   ") + "\n").text());
        assertFalse(text.contains("\n"));
    }

    @Test
    void theLineOfTheDocumentationIsRead() {
        Scenario scenario = Scenario.parse(LINE);
        assertEquals("fashion-mnist", scenario.data());
        assertEquals(Map.of("activation", "relu"), scenario.options());
        assertEquals(256, scenario.plan().batchSize());
        assertEquals(LINE, scenario.text());
        assertEquals(10, scenario.draw(Shape.of(1, 28, 28), 10).classes());
    }

    @Test
    void everyWordThatIsMissingOrWrongIsNamed() {
        for (String word : LINE.split(" ")) {
            String key = word.substring(0, word.indexOf('='));
            if (!key.equals("activation")) {
                assertProblem("spec.scenario", key, LINE.replace(word + " ", "").replace(" " + word, ""));
            }
        }
        assertProblem("spec.scenario", "nonsense", LINE + " nonsense");
        assertProblem("spec.scenario", "=3", LINE + " =3");
        assertProblem("spec.scenario", "", "");
        assertProblem("spec.optimizer", "lamb", LINE.replace("sgd", "lamb"));
        assertProblem("spec.schedule", "linear", LINE.replace("constant", "linear"));
        assertProblem("spec.size", "1x0x9", LINE + " input=1x0x9");
        assertProblem("spec.size", "28x28", LINE + " input=28x28");
        assertProblem("spec.size", "3x4096x4096", LINE + " input=3x4096x4096");
        assertProblem("spec.fit", "glue", LINE + " fit=glue");
        assertProblem("spec.augmentation", "mirror", LINE + " augment=flip,mirror");
        assertProblem("spec.scenario", "normalise=maybe", LINE + " normalise=maybe");
        assertProblem("spec.batch", "0", LINE.replace("batch=256", "batch=0"));
        assertEquals(
                "spec.scenario",
                assertThrows(ProblemException.class, () -> Scenario.parse(LINE.replace("256", "many")))
                        .problem()
                        .code());
    }

    private static void assertProblem(String code, String value, String line) {
        ProblemException refused = assertThrows(ProblemException.class, () -> Scenario.parse(line), line);
        assertEquals(code, refused.problem().code());
        assertEquals(value, refused.problem().arguments().get(0));
    }
}
