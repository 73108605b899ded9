package org.convscope.ui.map.bands;

import atlantafx.base.controls.Breadcrumbs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** Where a person looks: network, blocks, layer. A click goes back there. */
public final class Trail extends StackPane {

    private final Breadcrumbs<Step> crumbs = new Breadcrumbs<>();
    private List<Step> shown = List.of();

    /**
     * A step of the way.
     *
     * @param id of a block or a node, or empty for the whole network
     * @param name what it is called
     */
    public record Step(String id, String name) {}

    /** A trail that leads nowhere yet; {@code go} is told which step was chosen. */
    public Trail(Consumer<Step> go) {
        setManaged(false);
        getStyleClass().add("map-trail");
        crumbs.setId("map-trail");
        crumbs.setAutoNavigationEnabled(false);
        crumbs.setCrumbFactory(crumb -> {
            Hyperlink link = new Hyperlink(crumb.getValue().name());
            link.setFocusTraversable(true);
            Tips.install(link, "map.trail.tip");
            return link;
        });
        crumbs.setDividerFactory(crumb -> crumb == null || isLast(crumb.getValue()) ? null : new Label("/"));
        crumbs.setOnCrumbAction(chosen -> go.accept(chosen.getSelectedCrumb().getValue()));
        crumbs.accessibleTextProperty().bind(Texts.of("map.trail"));
        getChildren().add(crumbs);
    }

    private boolean isLast(Step step) {
        return shown.isEmpty() || step.equals(shown.get(shown.size() - 1));
    }

    /** Shows the way to the last of these. */
    public void show(List<Step> steps) {
        if (steps.equals(shown)) {
            return;
        }
        shown = List.copyOf(steps);
        crumbs.setSelectedCrumb(
                steps.isEmpty() ? null : Breadcrumbs.buildTreeModel(new ArrayList<>(steps).toArray(Step[]::new)));
    }
}
