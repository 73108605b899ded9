package org.convscope.cli;

import java.util.List;
import java.util.Locale;
import org.convscope.frame.Curve;
import org.convscope.frame.SvgPicture;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.workbench.Outcome;

/** Losses of several runs over each other, as a picture that scales: SVG 1.1. */
final class CurvesSvg {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 480;
    private static final int LEFT = 60;
    private static final int RIGHT = 180;
    private static final int TOP = 30;
    private static final int BOTTOM = 50;
    private static final int LINES = 5;
    private static final double LOSS_LINE = 0.5;

    /** Okabe and Ito's colours, told apart by nearly everybody. */
    private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7");

    private static final SvgPicture.Pen GRID = new SvgPicture.Pen("#e0e0e0", 1);
    private static final SvgPicture.Pen GUIDE = new SvgPicture.Pen("#777777", 1, "5 4");

    private final SvgPicture svg = new SvgPicture(WIDTH, HEIGHT, "white");
    private final double steps;
    private final double top;

    private CurvesSvg(double steps, double top) {
        this.steps = steps;
        this.top = top;
    }

    /**
     * Losses on test images by step: a line for the sample, broken where it is no number; a dot for the whole set at the
     * end of an epoch; a cross where a run ended by itself; and a line for guessing.
     */
    static String losses(List<Outcome> outcomes) {
        double guessing = outcomes.stream()
                .mapToDouble(run -> Math.log(run.classes()))
                .max()
                .orElse(1);
        double steps = outcomes.stream()
                .flatMap(run -> run.scores().stream())
                .mapToLong(TrainEvent::step)
                .max()
                .orElse(1);
        CurvesSvg picture = new CurvesSvg(steps, 1.2 * guessing);
        return picture.draw(outcomes, guessing);
    }

    private String draw(List<Outcome> outcomes, double guessing) {
        for (double loss = 0; loss <= top; loss += LOSS_LINE) {
            horizontal(loss, GRID);
            text(LEFT - 8, y(loss) + 4, "end", String.format(Locale.ROOT, "%.1f", loss));
        }
        for (int line = 0; line <= LINES; line++) {
            text(
                    x(steps * line / LINES),
                    HEIGHT - BOTTOM + 20,
                    "middle",
                    String.valueOf(Math.round(steps * line / LINES)));
        }
        horizontal(guessing, GUIDE);
        text(WIDTH - RIGHT - 4, y(guessing) - 6, "end", String.format(Locale.ROOT, "guessing %.3f", guessing));
        text(x(steps / 2), HEIGHT - 8, "middle", "step");
        text(LEFT, TOP - 6, "start", "loss on test images: line, a sample; dots, all");
        for (int run = 0; run < outcomes.size(); run++) {
            curve(outcomes.get(run), COLOURS.get(run % COLOURS.size()), run);
        }
        return svg.done();
    }

    private void curve(Outcome outcome, String colour, int place) {
        List<TrainEvent.SampleScored> scores = outcome.scores().stream()
                .filter(TrainEvent.SampleScored.class::isInstance)
                .map(TrainEvent.SampleScored.class::cast)
                .toList();
        // What is no number is a gap.
        svg.curve(
                new SvgPicture.Pen(colour, 2),
                Curve.of(
                        outcome.name(),
                        scores.stream().mapToDouble(score -> x(score.step())).toArray(),
                        scores.stream()
                                .mapToDouble(score -> y(Math.min(top, score.loss())))
                                .toArray()));
        dots(outcome, colour);
        end(outcome);
        double y = TOP + 20.0 * (place + 1);
        svg.line(new SvgPicture.Pen(colour, 3), WIDTH - RIGHT + 12, y, WIDTH - RIGHT + 34, y);
        text(WIDTH - RIGHT + 40, y + 4, "start", outcome.name());
    }

    /** Where the whole test set was scored. */
    private void dots(Outcome outcome, String colour) {
        for (TrainEvent score : outcome.scores()) {
            if (score instanceof TrainEvent.EpochDone epoch && Double.isFinite(epoch.testLoss())) {
                svg.dot(colour, x(epoch.step()), y(Math.min(top, epoch.testLoss())), 4);
            }
        }
    }

    /** A cross where a run ended by itself. */
    private void end(Outcome outcome) {
        if (outcome.state() == TrainState.DEAD || outcome.state() == TrainState.DIVERGED) {
            double loss = Double.isFinite(outcome.finalLoss()) ? Math.min(top, outcome.finalLoss()) : top;
            double x = x(Math.min(steps, outcome.stateAtStep()));
            String words = outcome.state().name().toLowerCase(Locale.ROOT) + " at step " + outcome.stateAtStep();
            text(x, y(loss) + 5, "middle", "×");
            text(x + 8, y(loss) + 20, "start", words);
        }
    }

    private void horizontal(double loss, SvgPicture.Pen pen) {
        svg.line(pen, LEFT, y(loss), WIDTH - RIGHT, y(loss));
    }

    private void text(double x, double y, String anchor, String words) {
        svg.text("black", x, y, anchor, words);
    }

    private double x(double step) {
        return LEFT + (WIDTH - LEFT - RIGHT) * step / steps;
    }

    private double y(double loss) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * loss / top;
    }
}
