package org.convscope.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.convscope.tensor.Histogram;
import org.convscope.ui.kit.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistogramTrackTest {

    private final HistogramTrack track = new HistogramTrack();

    @AfterEach
    void speakEnglishAgain() {
        Texts.language().set(Locale.ENGLISH);
    }

    @Test
    void theMomentOfAStepIsTheLastBeforeIt() {
        learn();
        assertEquals(-1, track.indexAt(49));
        assertEquals(0, track.indexAt(50));
        assertEquals(0, track.indexAt(99.5));
        assertEquals(2, track.indexAt(1_000));
    }

    @Test
    void theRangeIsThatOfWhatIsInSight() {
        learn();
        assertEquals(new Axis(-1, 4, false), track.range(0, 200));
        assertEquals(new Axis(-1, 2, false), track.range(60, 120), "the moment before goes on into sight");
        assertEquals(new Axis(0, 1, false), new HistogramTrack().range(0, 9));
    }

    @Test
    void aTrainingThatGoesBackForgetsWhatCameLater() {
        learn();
        track.add(100, Histogram.NONE);
        assertEquals(2, track.size());
        assertEquals(Histogram.NONE, track.histogram(1));
    }

    @Test
    void whatIsPointedAtIsReadByItsBin() {
        learn();
        assertEquals("from −1.000 to 1.000", Reading.of(track, 50, Double.NaN));
        assertEquals(
                "0.000 to 1.000: 75.0 % of all values",
                Reading.of(track, 60, 0.5).replace('\u202F', ' '));
        assertEquals("from −1.000 to 1.000", Reading.of(track, 60, 7));
        assertEquals("", Reading.of(track, 3, 0.5));
    }

    @Test
    void layersAreReadFromTheLargestDownAndWhatHasNoRoomIsCounted() {
        Series one = new Series();
        Series two = new Series();
        one.add(1, 0.25);
        two.add(1, 0.5);
        List<CurveLine> lines = List.of(
                new CurveLine("a", CurveLine.Role.LAYER, 0, one),
                new CurveLine("b", CurveLine.Role.LAYER, 1, two),
                new CurveLine("c", CurveLine.Role.LAYER, 2, new Series()));
        assertEquals("b  0.5000\na  0.2500", Reading.of(Measure.GRADIENT, lines, 5, 2));
        assertEquals("+ 2", Reading.of(Measure.GRADIENT, lines, 5, 1));
        assertEquals("", Reading.of(Measure.GRADIENT, lines, 0, 2));
    }

    /** Bins of width 1: from −1 to 1, from −1 to 2, from 0 to 4. */
    private void learn() {
        track.add(50, Histogram.of(0, -1, 1, 3));
        track.add(100, Histogram.of(0, -1, 1, 1, 2));
        track.add(150, Histogram.of(0, 0, 1, 1, 1, 1));
    }
}
