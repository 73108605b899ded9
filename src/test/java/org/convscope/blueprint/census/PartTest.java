package org.convscope.blueprint.census;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartTest {

    private static List<Architecture> zoo() {
        return Zoo.ALL;
    }

    @Test
    void aLayerWithoutABlockGathersWhatIsDoneToItsOutput() {
        List<Part> parts = Part.blocksOf(Drawings.lenet(Map.of("batch-norm", "yes")));
        assertEquals(List.of("input", "conv1", "conv2", "fc1", "fc2", "logits"), names(parts));
        assertEquals(
                List.of("conv2", "bn2", "act2", "pool2"),
                parts.get(2).rows().stream().map(row -> row.node().id()).toList());
        assertEquals(2_416 + 2 * 16, parts.get(2).parameters());
        assertEquals(240_000, parts.get(2).macs());
        assertEquals(Shape.of(16, 5, 5), parts.get(2).output());
        assertEquals(16, parts.get(2).receptiveField().size());
    }

    @Test
    void inceptionBlocksHaveTheCoursesParametersAndFormStages() {
        List<Part> stages = Part.stagesOf(census("googlenet", Shape.of(1, 96, 96)));
        Part fourth = stages.stream()
                .filter(part -> part.name().equals("inception4"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(376_176L, 449_160L, 510_104L, 605_376L, 868_352L),
                fourth.parts().stream().map(Part::parameters).toList());
        assertEquals(376_176 + 449_160 + 510_104 + 605_376 + 868_352, fourth.parameters());
        assertEquals(Shape.of(832, 6, 6), fourth.output());
    }

    @Test
    void behindABlockAPoolStandsAloneOrIsReadWithIt() {
        Census nin = census("nin", Shape.of(1, 224, 224));
        assertTrue(names(Part.blocksOf(nin)).containsAll(List.of("block1", "pool1", "block2")));
        assertTrue(names(Part.sectionsOf(nin)).containsAll(List.of("block1 + pool1", "block2 + pool2")));
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void partsOfEveryKindAreTheWholeNetworkInItsOrder(Architecture architecture) {
        Census census = Census.of(architecture.draw(architecture.standardInput(), 10, Map.of()));
        List<Function<Census, List<Part>>> kinds = List.of(Part::blocksOf, Part::sectionsOf, Part::stagesOf);
        for (Function<Census, List<Part>> kind : kinds) {
            List<Part> parts = kind.apply(census);
            assertEquals(
                    census.rows(),
                    parts.stream().flatMap(part -> part.rows().stream()).toList());
            assertEquals(
                    census.parameters(),
                    parts.stream().mapToLong(Part::parameters).sum());
            assertEquals(census.macs(), parts.stream().mapToLong(Part::macs).sum());
            assertEquals(
                    census.activationBytes(),
                    parts.stream().mapToLong(Part::activationBytes).sum());
            assertEquals(parts.size(), parts.stream().map(Part::name).distinct().count(), "names of parts");
        }
    }

    private static Census census(String network, Shape input) {
        return Census.of(Zoo.byId(network).draw(input, 10, Map.of()));
    }

    private static List<String> names(List<Part> parts) {
        return parts.stream().map(Part::name).toList();
    }
}
