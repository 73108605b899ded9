package org.convscope.ui.runs;

import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseEvent;
import org.convscope.ui.kit.Tips;

/** A star to be put on and taken off by a click. */
final class StarCell extends TableCell<RunRow, RunFacts> {

    private static final PseudoClass STARRED = PseudoClass.getPseudoClass("starred");

    StarCell(RunsModel model) {
        getStyleClass().add("runs-star");
        Tips.install(this, "runs.tip.star");
        addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            if (getItem() != null) {
                model.star(getItem());
                press.consume();
            }
        });
    }

    @Override
    protected void updateItem(RunFacts run, boolean empty) {
        super.updateItem(run, empty);
        boolean isStarred = run != null && run.entry().notes().starred();
        setText(empty || run == null ? null : isStarred ? "★" : "☆");
        pseudoClassStateChanged(STARRED, isStarred);
    }
}
