package org.convscope.ui.mistakes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.convscope.frame.Surface;
import org.convscope.net.FakeNetwork;
import org.convscope.spec.Optimizer;
import org.convscope.train.Confusion;
import org.convscope.train.Scorer;
import org.convscope.train.Stripes;
import org.junit.jupiter.api.Test;

class MatrixRasterTest {

    private final Confusion confusion = Scorer.score(
                    new FakeNetwork(FakeNetwork.smallBlueprint(), new Optimizer.Sgd(), 4), Stripes.images(200, 9))
            .confusion();

    @Test
    void onlyMistakesThatHappenedHaveAColour() {
        int[] pixels = MatrixRaster.pixels(confusion, 3, Surface.LIGHT);
        for (int label = 0; label < 3; label++) {
            for (int prediction = 0; prediction < 3; prediction++) {
                boolean isMistake = label != prediction && confusion.count(label, prediction) > 0;
                assertEquals(isMistake, pixels[label * 3 + prediction] != 0);
            }
        }
    }

    @Test
    void whereCellsShareAPixelTheStrongestIsSeen() {
        double strongest = 0;
        for (int label = 0; label < 3; label++) {
            for (int prediction = 0; prediction < 3; prediction++) {
                strongest = Math.max(strongest, MatrixRaster.strength(confusion, label, prediction));
            }
        }
        assertTrue(strongest > 0);
        assertEquals(MatrixRaster.argb(strongest, Surface.DARK), MatrixRaster.pixels(confusion, 1, Surface.DARK)[0]);
    }

    @Test
    void lettersAreReadOnEveryColour() {
        for (Surface surface : Surface.values()) {
            int[] colours = new int[101];
            Arrays.setAll(colours, i -> MatrixRaster.argb(Math.max(0.001, i / 100.0), surface));
            for (int colour : colours) {
                double luminance = luminance(colour);
                double contrast = MatrixRaster.isLight(colour) ? (luminance + 0.05) / 0.05 : 1.05 / (luminance + 0.05);
                assertTrue(contrast >= 4.5, Integer.toHexString(colour) + " has " + contrast);
            }
            assertNotEquals(MatrixRaster.isLight(colours[1]), MatrixRaster.isLight(colours[100]));
        }
    }

    private static double luminance(int argb) {
        double[] weights = {0.0722, 0.7152, 0.2126};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double value = (argb >> (8 * i) & 0xFF) / 255.0;
            sum += weights[i] * (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
