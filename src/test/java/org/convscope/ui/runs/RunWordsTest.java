package org.convscope.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.junit.jupiter.api.Test;

class RunWordsTest {

    private static final Optimizer ADAM = Optimizer.byId("adam");

    @Test
    void aNetworkIsNamedWithWhatIsNotAsUsual() {
        assertEquals("LeNet · sigmoid", network("lenet", Map.of("activation", "sigmoid"), new Optimizer.Sgd(), 0.9));
        assertEquals(
                "LeNet · ReLU · pooling: maximum · batch norm",
                network(
                        "lenet",
                        Map.of("activation", "relu", "pool", "max", "batch-norm", "yes"),
                        new Optimizer.Sgd(),
                        0.1));
        assertEquals(
                "LeNet · ReLU · Adam · rate 0.001000", network("lenet", Map.of("activation", "relu"), ADAM, 0.001));
    }

    @Test
    void aNetworkThatIsNotKnownHereIsCalledAsItsCardSays() {
        assertEquals("of-tomorrow", network("of-tomorrow", Map.of(), ADAM, 1));
    }

    @Test
    void dataAreNamedByTheirTitleOrTheirFile() {
        assertEquals("Fashion-MNIST", data("fashion-mnist"));
        assertEquals("flowers", data("/pictures/flowers"));
        assertEquals("Car_TRAIN.tsv", data("C:\\signals\\Car_TRAIN.tsv"));
    }

    private static String network(String id, Map<String, String> options, Optimizer optimizer, double rate) {
        return RunWords.network(new Scenario("squares", id, options, plan(optimizer, rate)));
    }

    private static String data(String data) {
        return RunWords.data(new Scenario(data, "lenet", Map.of(), plan(ADAM, 1)));
    }

    private static TrainingPlan plan(Optimizer optimizer, double rate) {
        return new TrainingPlan(optimizer, rate, new Schedule.Constant(), 10, 10, 0, 0);
    }
}
