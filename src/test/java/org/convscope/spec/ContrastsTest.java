package org.convscope.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContrastsTest {

    static List<Contrast> all() {
        return Contrasts.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySideCanBeDrawnAndHasANameOfItsOwn(Contrast contrast) {
        contrast.sides().forEach(side -> side.scenario().draw(Shape.of(1, 28, 28), 10));
        assertEquals(
                contrast.sides().size(),
                contrast.sides().stream().map(Contrast.Side::name).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSidesDifferAndShareDataSeedAndEpochs(Contrast contrast) {
        List<String> differing = Contrast.differences(scenarios(contrast)).stream()
                .map(Contrast.Difference::what)
                .toList();
        assertTrue(!differing.isEmpty(), contrast.id());
        assertTrue(
                differing.stream().noneMatch(List.of("data", "seed", "epochs", "limit")::contains),
                differing::toString);
    }

    @Test
    void idsAreUniqueAndFound() {
        assertEquals(
                Contrasts.ALL.size(),
                Contrasts.ALL.stream()
                        .map(Contrast::id)
                        .collect(Collectors.toSet())
                        .size());
        Contrasts.ALL.forEach(contrast -> assertEquals(contrast, Contrasts.byId(contrast.id())));
        ProblemException none = assertThrows(ProblemException.class, () -> Contrasts.byId("cats-dogs"));
        assertEquals("spec.contrast", none.problem().code());
    }

    @Test
    void theClassicDiffersInActivationAndRateAlone() {
        Contrast classic = Contrasts.byId("sigmoid-relu");
        assertEquals(
                List.of(
                        new Contrast.Difference("activation", List.of("sigmoid", "sigmoid", "relu", "relu")),
                        new Contrast.Difference("lr", List.of("0.9", "0.1", "0.9", "0.1"))),
                Contrast.differences(scenarios(classic)));
    }

    @Test
    void aWordThatOneSideHasNotIsEmptyThere() {
        List<Contrast.Difference> differences = Contrast.differences(scenarios(Contrasts.byId("batch-norm")));
        assertEquals(List.of(new Contrast.Difference("batch-norm", List.of("", "yes"))), differences);
    }

    @Test
    void epochsLimitAndSeedAreThoseThatAreWanted() {
        Contrasts.byId("pooling").with(3, 512, 7).sides().forEach(side -> {
            TrainingPlan plan = side.scenario().plan();
            assertEquals(List.of(3L, 512L, 7L), List.of((long) plan.epochs(), (long) plan.limit(), plan.seed()));
        });
    }

    private static List<Scenario> scenarios(Contrast contrast) {
        return contrast.sides().stream().map(Contrast.Side::scenario).toList();
    }

    @Test
    void cleanLabelsAreSaidBesideWrongOnes() {
        List<Contrast.Difference> differences = Contrast.differences(scenarios(Contrasts.byId("wrong-labels")));
        assertEquals(List.of(new Contrast.Difference("label-noise", List.of("0", "0.3"))), differences);
    }
}
