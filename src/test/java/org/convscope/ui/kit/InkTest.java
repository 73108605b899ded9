package org.convscope.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

class InkTest {

    @Test
    void wordsThatAreMeasuredDoNotReachOutOfTheirRegionToTheNeighbourAbove() {
        Ink ink = new Ink("curve-axis", () -> {});
        Pane plot = new Pane(ink);
        ink.setText("epoch 1");
        assertTrue(ink.getLayoutBounds().getWidth() > 10);
        assertEquals(0, plot.getBoundsInLocal().getMinY());
    }
}
