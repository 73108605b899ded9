package org.convscope.ui.dock;

import java.util.Map;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Zoo;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;

/** What a new run is until a person wants something else. */
public final class RecipeOfTheCourse {

    private static final double RATE_OF_ADAM = 0.001;

    private RecipeOfTheCourse() {}

    /** The first network of the zoo, with the recipe the course has for it. */
    public static Scenario on(String data) {
        Options standard = Options.of(Zoo.ALL.get(0).choices(), Map.of());
        Optimizer optimizer = new Optimizer.Sgd();
        TrainingPlan plan =
                new TrainingPlan(optimizer, rate(standard, optimizer), new Schedule.Constant(), 256, 10, 0, 0);
        return new Scenario(data, Zoo.ALL.get(0).id(), Map.of(), plan);
    }

    /**
     * The usual learning rate: of the course for SGD; a tenth of it under momentum 0.9, which adds up ten
     * gradients; the one that Kingma and Ba recommend for Adam.
     */
    static double rate(Options options, Optimizer optimizer) {
        double plain = TrainingPlan.rateOfTheCourse(Choice.activation(options));
        if (optimizer instanceof Optimizer.Nesterov nesterov) {
            // Rounded, because 0.9 · (1 − 0.9) is 0.08999999999999998.
            return Math.round(plain * (1 - nesterov.momentum()) * 1e6) / 1e6;
        }
        return optimizer instanceof Optimizer.Adam ? RATE_OF_ADAM : plain;
    }
}
