package org.convscope.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Zoo;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;

class PreparationTest {

    private static final Shape GREY_28 = Shape.of(1, 28, 28);

    @Test
    void aNetworkThatCanBeDrawnNeedsNoPreparation() {
        assertEquals(Preparation.AS_IS, Preparation.standard(Zoo.byId("lenet"), Map.of(), GREY_28, 10));
        assertTrue(Preparation.AS_IS.leaves(GREY_28));
    }

    @Test
    void aNetworkForALittleMoreGetsAFrame() {
        Preparation standard = Preparation.standard(new Only(Shape.of(1, 32, 32), 1, 3), Map.of(), GREY_28, 10);
        assertEquals(new Preparation(Optional.of(Shape.of(1, 32, 32)), Fit.PAD, false, Set.of()), standard);
    }

    @Test
    void aNetworkForMuchMoreGetsTheImageStretched() {
        Preparation standard = Preparation.standard(new Only(Shape.of(1, 224, 224), 1, 3), Map.of(), GREY_28, 10);
        assertEquals(new Preparation(Optional.of(Shape.of(1, 224, 224)), Fit.STRETCH, false, Set.of()), standard);
        assertEquals(Fit.STRETCH, Preparation.usualFit(Shape.of(3, 200, 90), Shape.of(3, 96, 96)));
    }

    @Test
    void imagesKeepTheirColoursIfTheNetworkCanBeDrawnForThem() {
        Architecture both = new Only(Shape.of(1, 32, 32), 1, 3);
        assertEquals(
                Optional.of(Shape.of(3, 32, 32)),
                Preparation.standard(both, Map.of(), Shape.of(3, 30, 30), 10).size());
        Architecture coloured = new Only(Shape.of(3, 32, 32), 3, 3);
        assertEquals(
                Optional.of(Shape.of(3, 32, 32)),
                Preparation.standard(coloured, Map.of(), GREY_28, 10).size());
    }

    @Test
    void aSignalIsNoImage() {
        Architecture images = new Only(Shape.of(1, 32, 32), 1, 3);
        assertEquals(Preparation.AS_IS, Preparation.standard(images, Map.of(), Shape.of(1, 1, 128), 10));
        Architecture signals = new Only(Shape.of(1, 1, 128), 1, 1);
        assertEquals(Preparation.AS_IS, Preparation.standard(signals, Map.of(), GREY_28, 10));
    }

    @Test
    void onlyOneAndThreeChannelsBecomeOneAnother() {
        Preparation coloured = new Preparation(Optional.of(Shape.of(3, 28, 28)), Fit.PAD, false, Set.of());
        assertEquals(Shape.of(3, 28, 28), coloured.shape(GREY_28));
        assertFalse(coloured.leaves(GREY_28));
        ProblemException refused = assertThrows(ProblemException.class, () -> coloured.shape(Shape.of(2, 28, 28)));
        assertEquals("spec.channels", refused.problem().code());
    }

    @Test
    void aScenarioDrawsItsNetworkForPreparedImages() {
        Scenario scenario = Scenario.parse("data=fashion-mnist network=lenet optimizer=sgd lr=0.1 schedule=constant"
                + " batch=256 epochs=1 seed=0 limit=0 input=3x32x32 fit=stretch normalise=true augment=flip,shift");
        assertEquals(Shape.of(3, 32, 32), scenario.draw(GREY_28, 10).input());
        assertEquals(
                Set.of(Augmentation.SHIFT, Augmentation.FLIP),
                scenario.preparation().augment());
        assertTrue(scenario.text().endsWith(" input=3x32x32 fit=stretch normalise=true augment=shift,flip"));
    }

    /** Can be drawn for its own size alone, with so many channels or so many. */
    private record Only(Shape standardInput, int some, int more) implements Architecture {

        @Override
        public String id() {
            return "only";
        }

        @Override
        public String title() {
            return "Only";
        }

        @Override
        public String paper() {
            return "none";
        }

        @Override
        public List<Choice> choices() {
            return List.of();
        }

        @Override
        public Blueprint draw(Shape input, int classes, Options options) {
            boolean size = input.height() == standardInput.height() && input.width() == standardInput.width();
            if (!size || input.channels() != some && input.channels() != more) {
                throw Problem.of("spec.size", input, 1).asException();
            }
            return Zoo.byId("mlp").draw(input, classes, Map.of());
        }
    }
}
