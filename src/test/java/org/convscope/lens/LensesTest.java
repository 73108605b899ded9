package org.convscope.lens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convscope.net.FakeNetwork;
import org.convscope.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LensesTest {

    private final LensBench bench = new LensBench(FakeNetwork.smallBlueprint());

    @Test
    void everyLensIsInTheCatalogue() {
        Set<String> written = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.convscope.lens")
                        .stream()
                        .filter(type -> type.isAssignableTo(Lens.class) && !type.isInterface())
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(type -> type.getSimpleName())
                        .collect(Collectors.toSet());
        Set<String> listed =
                Lenses.ALL.stream().map(lens -> lens.getClass().getSimpleName()).collect(Collectors.toSet());
        assertEquals(written, listed);
    }

    @Test
    void anIdFindsItsLensAndBelongsToOneAlone() {
        for (Lens lens : Lenses.ALL) {
            assertSame(lens, Lenses.byId(lens.id()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyLensHasATitleAndAQuestionAndNothingElseHas(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "text.lenses",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Set<String> wanted = Lenses.ALL.stream()
                .flatMap(lens -> Stream.of(lens.id() + ".title", lens.id() + ".question"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(wanted, new TreeSet<>(bundle.keySet()));
        wanted.forEach(key -> assertFalse(bundle.getString(key).isBlank(), key));
    }

    @Test
    void aPoolIsOfferedOnlyWhatItHasToShow() {
        assertEquals(
                List.of("activation", "cell-sum", "map-distribution", "distribution", "activation-gradient"),
                Lenses.fitting(bench.blueprint, "pool1").stream().map(Lens::id).toList());
    }

    @Test
    void aLensThatIsNotThereOrDoesNotFitIsAProblem() {
        assertEquals(
                "lens.noLens",
                assertThrows(ProblemException.class, () -> Lenses.byId("x-ray"))
                        .problem()
                        .code());
        assertEquals("lens.doesNotFit", problem("kernel", "act1"));
        assertEquals("blueprint.noNode", problem("kernel", "act9"));
    }

    @Test
    void thereIsNoGradientOfABatchBeforeTheFirst() {
        assertEquals("lens.noStep", problem("weight-gradient", "conv1"));
    }

    private String problem(String lens, String node) {
        CompletionException failure =
                assertThrows(CompletionException.class, () -> bench.read(Lenses.through(Lenses.byId(lens)), node));
        return ((ProblemException) failure.getCause()).problem().code();
    }
}
