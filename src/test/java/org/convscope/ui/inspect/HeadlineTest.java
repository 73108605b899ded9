package org.convscope.ui.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Zoo;
import org.convscope.net.TinyZoo;
import org.convscope.tensor.Cell;
import org.convscope.ui.kit.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadlineTest {

    @AfterEach
    void speakEnglishAgain() {
        Texts.language().set(Locale.ENGLISH);
    }

    static Stream<Blueprint> zoo() {
        return TinyZoo.all(Map.of()).stream();
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void everyNodeOfEveryNetworkHasATitleAndASubtitleInEveryLanguage(Blueprint blueprint) {
        Census census = Census.of(blueprint);
        for (Locale language : Texts.LANGUAGES) {
            Texts.language().set(language);
            blueprint.nodes().forEach(node -> {
                Place place = new Place(blueprint, node.id(), 0, new Cell(0, 0));
                assertFalse(Headline.title(place, List.of()).isBlank(), node.id());
                assertFalse(Headline.subtitle(place, census).isBlank(), node.id());
            });
        }
    }

    @Test
    void whatBringsBranchesTogetherNamesThem() {
        assertEquals(
                "16 × 16 · sum of block2a.bn2 + pool1 · then ReLU · receptive field 13 × 13",
                subtitle("resnet18", "block2a.add"));
        assertEquals("mean of all 2 × 2 cells · sees the whole image", subtitle("resnet18", "pool5"));
        assertEquals("dropout of act1, 50.00 % in training · sees the whole image", subtitle("vgg11", "dropout1"));
    }

    private static String subtitle(String network, String node) {
        Blueprint blueprint = TinyZoo.draw(Zoo.byId(network), Map.of());
        return Headline.subtitle(new Place(blueprint, node, 0, new Cell(0, 0)), Census.of(blueprint));
    }
}
