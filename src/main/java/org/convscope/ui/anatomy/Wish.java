package org.convscope.ui.anatomy;

import java.util.Map;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Shape;

/**
 * A network as a person has chosen it, not drawn yet.
 *
 * @param options its choices, where they differ from the standard
 * @param input image shape as it was typed: {@code 1x28x28}
 * @param classes number of classes as it was typed
 */
record Wish(Architecture architecture, Map<String, String> options, String input, String classes) {

    /** The Problem of a number of classes that cannot be. */
    static final String CLASSES = "ui.classes";

    static final int MOST_CLASSES = 100_000;
    static final int LONGEST_AXIS = 4096;

    Wish {
        options = Map.copyOf(options);
    }

    /** Draws and counts it, or says why not. */
    Counted count() {
        try {
            return Counted.of(drawn());
        } catch (ProblemException wrong) {
            return Counted.not(wrong.problem());
        }
    }

    private Blueprint drawn() {
        return architecture.draw(shape(), classCount(), options);
    }

    private Shape shape() {
        String[] typed = input.strip().split("\\s*[x×]\\s*", -1);
        int[] axes = new int[typed.length];
        long size = 1;
        for (int i = 0; i < typed.length; i++) {
            axes[i] = typed[i].matches("\\d{1,4}") ? Integer.parseInt(typed[i]) : 0;
            size *= axes[i];
        }
        boolean inRange = size > 0 && size <= Integer.MAX_VALUE;
        for (int axis : axes) {
            inRange &= axis <= LONGEST_AXIS;
        }
        if (axes.length != 3 || !inRange) {
            throw Problem.of("ui.shape", input, LONGEST_AXIS).asException();
        }
        return Shape.of(axes);
    }

    private int classCount() {
        String typed = classes.strip();
        int count = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
        if (count < 1 || count > MOST_CLASSES) {
            throw Problem.of("ui.classes", classes, MOST_CLASSES).asException();
        }
        return count;
    }
}
