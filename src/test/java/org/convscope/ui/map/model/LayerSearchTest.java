package org.convscope.ui.map.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;
import org.convscope.ui.kit.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LayerSearchTest {

    private final Blueprint lenet =
            Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of("activation", "relu", "pool", "max"));

    @AfterEach
    void speakEnglishAgain() {
        Texts.language().set(Locale.ENGLISH);
    }

    @Test
    void layersThatBeginWithTheTextComeFirst() {
        assertEquals(List.of("conv1", "conv2"), find("conv"));
        assertEquals(List.of("act1", "act2", "act3", "act4"), find(" ACT "));
    }

    @Test
    void layersAreFoundByWhatTheyDo() {
        assertEquals(List.of("act1", "act2", "act3", "act4"), find("relu"));
        assertEquals(List.of("pool1", "pool2"), find("x pool"));
    }

    @Test
    void layersAreFoundInTheReadersLanguage() {
        Texts.language().set(Locale.SIMPLIFIED_CHINESE);
        assertEquals(List.of("conv1", "conv2"), find("卷积"));
    }

    @Test
    void nothingTypedFindsNothing() {
        assertEquals(List.of(), find("  "));
        assertEquals(List.of(), find("resnet"));
    }

    private List<String> find(String text) {
        return LayerSearch.find(lenet, text).stream().map(Node::id).toList();
    }
}
