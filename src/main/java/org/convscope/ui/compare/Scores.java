package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.convscope.train.TrainEvent;

/** What a run has reached so far, by the images that it has seen: gathers its events, in order. */
final class Scores {

    private final int classes;
    private final List<Point> points = new ArrayList<>();
    private final NavigableMap<Long, Long> stepsByImages = new TreeMap<>();
    private long images;
    private TrainEvent.Ended ended;
    private int epochOfEighty;

    /**
     * One score.
     *
     * @param images images learned so far, all epochs together
     * @param loss mean cross-entropy on test images, in nats
     * @param accuracy share that was right, from 0 to 1
     * @param isOfAll whether the whole test set was scored, at the end of an epoch, or a fixed sample of it
     */
    record Point(long images, double loss, double accuracy, boolean isOfAll) {}

    Scores(int classes) {
        this.classes = classes;
    }

    void add(TrainEvent event) {
        if (event instanceof TrainEvent.StepDone step) {
            images = step.images();
            stepsByImages.put(images, step.step());
        } else if (event instanceof TrainEvent.SampleScored sample) {
            points.add(new Point(images, sample.loss(), sample.accuracy(), false));
        } else if (event instanceof TrainEvent.EpochDone epoch) {
            points.add(new Point(epoch.images(), epoch.testLoss(), epoch.testAccuracy(), true));
            if (epochOfEighty == 0 && epoch.testAccuracy() >= 0.8) {
                epochOfEighty = epoch.epoch();
            }
        } else if (event instanceof TrainEvent.Ended end) {
            ended = end;
        } else if (event instanceof TrainEvent.Reset) {
            points.clear();
            stepsByImages.clear();
            images = 0;
            ended = null;
            epochOfEighty = 0;
        }
    }

    /**
     * What a line joins: the scores of the sample, or of the whole test set where no sample was scored. A line through
     * both would go up and down between two sets of images that are not equally hard.
     */
    List<Point> line() {
        List<Point> sampled = points.stream().filter(point -> !point.isOfAll).toList();
        return sampled.isEmpty() ? points : sampled;
    }

    /** The scores of the whole test set, each at the end of an epoch. */
    List<Point> tests() {
        return points.stream().filter(Point::isOfAll).toList();
    }

    /** The score of the same kind after as many images, if there is one. */
    Optional<Point> like(Point other) {
        return points.stream()
                .filter(point -> point.images == other.images && point.isOfAll == other.isOfAll)
                .findFirst();
    }

    /** The last score, or {@code null}. */
    Point last() {
        return points.isEmpty() ? null : points.get(points.size() - 1);
    }

    /** The last score at so many images, or before; {@code null} if there is none. */
    Point at(long seen) {
        Point found = null;
        for (Point point : points) {
            if (point.images > seen) {
                break;
            }
            found = point;
        }
        return found;
    }

    /** How many steps had been made when so many images were seen; 0 before the first that is known. */
    long stepAt(long seen) {
        Map.Entry<Long, Long> before = stepsByImages.floorEntry(seen);
        return before == null ? 0 : before.getValue();
    }

    /** How many images had been seen after so many steps; 0 before the first that is known. */
    long imagesAfter(long step) {
        long found = 0;
        for (Map.Entry<Long, Long> entry : stepsByImages.entrySet()) {
            if (entry.getValue() > step) {
                break;
            }
            found = entry.getKey();
        }
        return found;
    }

    /** How it ended, if it ended by itself, or {@code null}. */
    TrainEvent.Ended ended() {
        return ended;
    }

    /** The epoch after which the whole test set was right to 80 % for the first time; 0 if none. */
    int epochOfEighty() {
        return epochOfEighty;
    }

    /** The loss of guessing, ln(classes): 2.303 for ten. */
    double guessing() {
        return Math.log(classes);
    }
}
