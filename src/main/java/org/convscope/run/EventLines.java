package org.convscope.run;

import java.util.OptionalDouble;
import java.util.Set;
import org.convscope.problem.ProblemException;
import org.convscope.spec.Schedule;
import org.convscope.spec.Steering;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainEvent.EpochDone;
import org.convscope.train.TrainEvent.SampleScored;
import org.convscope.train.TrainEvent.Steered;
import org.convscope.train.TrainEvent.StepDone;
import org.convscope.train.TrainEvent.TrainSampleScored;

/** Events as lines of CSV and back, to the last bit: Java writes as many digits as a double needs. */
final class EventLines {

    static final String STEPS = "step,epoch,images,loss,accuracy,rate,millis";
    static final String SCORES = "kind,step,epoch,images,loss,accuracy,train loss,train accuracy,seconds";

    static final String STEERING =
            "step,learning rate,schedule,momentum,weight decay,batch size,dropout,label noise,frozen";

    private static final String SAMPLE = "sample";
    private static final String TRAIN_SAMPLE = "train-sample";
    private static final String TEST = "test";

    private EventLines() {}

    static String line(StepDone done) {
        return done.step() + "," + done.epoch() + "," + done.images() + "," + done.loss() + "," + done.accuracy() + ","
                + done.learningRate() + "," + done.millis();
    }

    static String line(SampleScored score) {
        return line(SAMPLE, score.step(), score.epoch(), score.loss(), score.accuracy());
    }

    static String line(TrainSampleScored score) {
        return line(TRAIN_SAMPLE, score.step(), score.epoch(), score.loss(), score.accuracy());
    }

    static String line(EpochDone done) {
        return TEST + "," + done.step() + "," + done.epoch() + "," + done.images() + "," + done.testLoss() + ","
                + done.testAccuracy() + "," + done.trainLoss() + "," + done.trainAccuracy() + "," + done.seconds();
    }

    /** What is in force from a step on; the change is what differs from the line before, or from the plan. */
    static String line(Steered steered) {
        Steering now = steered.now();
        return steered.step() + "," + now.learningRate() + "," + now.schedule().text() + "," + now.momentum() + ","
                + now.weightDecay() + "," + now.batchSize() + ","
                + (now.dropout().isPresent() ? now.dropout().getAsDouble() : "") + "," + now.labelNoise() + ","
                + now.text(Steering.Knob.FROZEN);
    }

    /** Reads {@link #line(Steered)}; what was in force before is not in it. */
    static Steered steered(String line, Steering before) {
        String[] cells = cells(line, 9);
        try {
            return new Steered(
                    Long.parseLong(cells[0]),
                    before,
                    new Steering(
                            Double.parseDouble(cells[1]),
                            Schedule.parse(cells[2]),
                            Double.parseDouble(cells[3]),
                            Double.parseDouble(cells[4]),
                            Integer.parseInt(cells[5]),
                            cells[6].isEmpty()
                                    ? OptionalDouble.empty()
                                    : OptionalDouble.of(Double.parseDouble(cells[6])),
                            Double.parseDouble(cells[7]),
                            cells[8].isEmpty() ? Set.of() : Set.of(cells[8].split(" "))));
        } catch (ProblemException outOfRange) {
            throw new IllegalArgumentException(outOfRange);
        }
    }

    /** Of a score of whatever kind. */
    static String scoreLine(TrainEvent score) {
        if (score instanceof EpochDone test) {
            return line(test);
        }
        return score instanceof TrainSampleScored train ? line(train) : line((SampleScored) score);
    }

    static StepDone step(String line) {
        String[] cells = cells(line, 7);
        return new StepDone(
                Long.parseLong(cells[0]),
                Integer.parseInt(cells[1]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[6]),
                Long.parseLong(cells[2]));
    }

    static TrainEvent score(String line) {
        String[] cells = cells(line, 9);
        long step = Long.parseLong(cells[1]);
        int epoch = Integer.parseInt(cells[2]);
        double loss = Double.parseDouble(cells[4]);
        double accuracy = Double.parseDouble(cells[5]);
        return switch (cells[0]) {
            case SAMPLE -> new SampleScored(step, epoch, loss, accuracy);
            case TRAIN_SAMPLE -> new TrainSampleScored(step, epoch, loss, accuracy);
            case TEST -> new EpochDone(
                    step,
                    epoch,
                    Long.parseLong(cells[3]),
                    Double.parseDouble(cells[6]),
                    Double.parseDouble(cells[7]),
                    loss,
                    accuracy,
                    Double.parseDouble(cells[8]));
            default -> throw new IllegalArgumentException(cells[0]);
        };
    }

    private static String line(String kind, long step, int epoch, double loss, double accuracy) {
        return kind + "," + step + "," + epoch + ",," + loss + "," + accuracy + ",,,";
    }

    static String[] cells(String line, int count) {
        String[] cells = line.split(",", -1);
        if (cells.length != count) {
            throw new IllegalArgumentException(cells.length + " cells, not " + count);
        }
        return cells;
    }
}
