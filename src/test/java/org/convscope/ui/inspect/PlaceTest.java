package org.convscope.ui.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.convscope.ui.kit.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaceTest {

    private final Blueprint lenet = Zoo.byId("lenet")
            .draw(Shape.of(1, 28, 28), 10, Map.of("activation", "relu", "pool", "max", "batch-norm", "yes"));

    @AfterEach
    void speakEnglishAgain() {
        Texts.language().set(Locale.ENGLISH);
    }

    @Test
    void theNextCellIsInReadingOrderAndAfterTheLastComesTheFirst() {
        Place corner = place("conv2").at(0, 9);
        assertEquals(new Cell(1, 0), corner.next().cell());
        assertEquals(new Cell(0, 0), place("conv2").at(9, 9).next().cell());
    }

    @Test
    void aCellStaysWithinItsMap() {
        assertEquals(new Cell(9, 0), place("conv2").at(12, -3).cell());
        assertEquals(new Cell(0, 0), place("fc1").at(4, 4).cell());
    }

    @Test
    void everyNodeKnowsWhoLearnsForItAndWhoAnswers() {
        assertEquals("conv2", place("pool2").learning());
        assertEquals("conv1", place("act1").learning());
        assertEquals("logits", place("softmax").learning());
        assertEquals("input", place("input").learning());
        assertEquals("act2", place("conv2").answering());
        assertEquals("act2", place("act2").answering());
        assertEquals("logits", place("logits").answering());
    }

    @Test
    void logitsAndSoftmaxStandForClasses() {
        assertTrue(place("logits").isOfClasses());
        assertTrue(place("softmax").isOfClasses());
        assertFalse(place("fc2").isOfClasses());
    }

    @Test
    void theHeadlineNamesMapUnitAndClass() {
        List<String> classes = List.of("T-shirt", "trouser", "pullover");
        assertEquals("conv2 · map 2 of 16", Headline.title(place("conv2"), classes));
        assertEquals("fc1 · unit 2 of 120", Headline.title(place("fc1"), classes));
        assertEquals("softmax · pullover", Headline.title(place("softmax"), classes));
        Texts.language().set(Locale.SIMPLIFIED_CHINESE);
        assertEquals("conv2 · 第 2 张特征图，共 16 张", Headline.title(place("conv2"), classes));
    }

    @Test
    void theLineBelowSaysWhatTheNodeDoesAndSees() {
        assertEquals("10 × 10 · kernel 6 × 5 × 5 · then batch norm · receptive field 14 × 14", subtitle("conv2"));
        assertEquals("5 × 5 · largest of 2 × 2, stride 2 · receptive field 16 × 16", subtitle("pool2"));
        assertEquals("10 × 10 · batch norm of conv2 · then ReLU · receptive field 14 × 14", subtitle("bn2"));
        assertEquals("class 2 of 10 · probabilities from logits · sees the whole image", subtitle("softmax"));
        assertEquals("28 × 28 · the image itself", subtitle("input"));
        assertEquals("reads all 400 values · then batch norm · sees the whole image", subtitle("fc1"));
    }

    private String subtitle(String node) {
        return Headline.subtitle(place(node), Census.of(lenet));
    }

    private Place place(String node) {
        return new Place(lenet, node, node.equals("input") ? 0 : 2, new Cell(0, 0));
    }
}
