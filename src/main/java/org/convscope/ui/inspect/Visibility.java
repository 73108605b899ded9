package org.convscope.ui.inspect;

import javafx.scene.Node;

/** Whether a part of a pane is there: what is not seen takes no room either. */
final class Visibility {

    private Visibility() {}

    static void see(Node part, boolean isSeen) {
        part.setVisible(isSeen);
        part.setManaged(isSeen);
    }
}
