package org.convscope.ui.compare;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;

/** What tells the runs apart wherever they are seen: a letter, and a style class that gives colour and line pattern. */
final class Letters {

    private static final List<String> ALL = List.of("A", "B", "C", "D");

    private Letters() {}

    /** The letter of a row, from 0. */
    static String of(int row) {
        return ALL.get(row);
    }

    /** The style class of a row. */
    static String style(int row) {
        return "run-" + of(row).toLowerCase(Locale.ROOT);
    }

    /** Gives a node the style of a row, and of no other. */
    static void mark(Node node, int row) {
        for (int i = 0; i < ALL.size(); i++) {
            node.getStyleClass().remove(style(i));
        }
        node.getStyleClass().add(style(row));
    }
}
