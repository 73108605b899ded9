package org.convscope.ui.anatomy;

import java.util.ArrayList;
import java.util.List;

/**
 * The axis of bars whose lengths go by powers of ten: 1 stands at the beginning, nothing before it.
 *
 * @param decades powers of ten from end to end, a multiple of three
 */
record LogAxis(int decades) {

    private static final int STEP = 3;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** An axis that the largest amount fits on. */
    static LogAxis upTo(long largest) {
        int needed = (int) Math.ceil(Math.log10(Math.max(10, largest)));
        return new LogAxis((needed + STEP - 1) / STEP * STEP);
    }

    /** Where an amount stands, from 0 for 1 to 1 for the end; 0 for none. */
    double position(long amount) {
        return amount < 1 ? 0 : Math.min(1, Math.log10(amount) / decades);
    }

    /** A labelled place. */
    record Tick(double position, String label) {}

    /** 1, 10³, 10⁶ and so on. */
    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (int power = 0; power <= decades; power += STEP) {
            ticks.add(new Tick((double) power / decades, power == 0 ? "1" : "10" + superscript(power)));
        }
        return ticks;
    }

    private static String superscript(int power) {
        StringBuilder raised = new StringBuilder();
        String.valueOf(power).chars().forEach(digit -> raised.append(SUPERSCRIPTS.charAt(digit - '0')));
        return raised.toString();
    }
}
