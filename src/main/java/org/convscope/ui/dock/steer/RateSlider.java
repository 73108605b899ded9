package org.convscope.ui.dock.steer;

import java.math.BigDecimal;
import java.math.MathContext;
import javafx.scene.control.Slider;
import org.convscope.spec.Steering;
import org.convscope.spec.Steering.Knob;

/** The learning rate on a scale of powers of ten; the run takes it when the knob is let go, not on the way. */
final class RateSlider extends Slider {

    private static final double LEAST_POWER = -5;
    private static final double MOST_POWER = 1;
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private final SteerModel model;
    private boolean following;

    @SuppressWarnings("this-escape") // Nothing that a subclass could have is touched.
    RateSlider(SteerModel model) {
        super(LEAST_POWER, MOST_POWER, -1);
        this.model = model;
        setId("steer-rate-slider");
        setBlockIncrement(0.1);
        setMajorTickUnit(1);
        setMinWidth(0);
        valueProperty().addListener(changed -> turn());
        valueChangingProperty().addListener((property, before, now) -> turn());
        model.inForceProperty().addListener((property, before, now) -> follow(now));
        follow(model.inForceProperty().get());
    }

    private void turn() {
        if (!following) {
            BigDecimal rate = BigDecimal.valueOf(Math.pow(10, getValue())).round(TWO_DIGITS);
            model.typedProperty(Knob.LEARNING_RATE)
                    .set(rate.stripTrailingZeros().toPlainString());
            if (!isValueChanging()) {
                model.commit(Knob.LEARNING_RATE);
            }
        }
    }

    private void follow(Steering now) {
        if (now != null && !isValueChanging()) {
            following = true;
            setValue(Math.log10(now.learningRate()));
            following = false;
        }
    }
}
