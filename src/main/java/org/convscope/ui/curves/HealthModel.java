package org.convscope.ui.curves;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscope.frame.Mosaic;
import org.convscope.lens.Overview;
import org.convscope.tensor.Stats;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.workbench.LayerHealth;

/** How the layers of the open run fare, joined to what they put out for the present image. */
public final class HealthModel {

    private final ExploreModel explore;
    private Overview whole;
    private final ReadOnlyObjectWrapper<List<HealthRow>> rows = new ReadOnlyObjectWrapper<>(List.of());

    /** A model of whatever run is open. */
    public HealthModel(ExploreModel explore) {
        this.explore = explore;
        explore.pictures().healthProperty().addListener((health, before, now) -> join());
        explore.overviewProperty().addListener((overview, before, now) -> {
            keep(now);
            // While it learns, the outputs are renewed with the health; at rest, with every image.
            if (before == null || now == null || before.stamp().equals(now.stamp())) {
                join();
            }
        });
        keep(explore.overviewProperty().get());
        join();
    }

    /** Pictures between two measurements may hold what is in sight alone. */
    private void keep(Overview now) {
        boolean isWhole = now != null
                && explore.runProperty().get() != null
                && now.mosaics().size()
                        == explore.runProperty().get().blueprint().nodes().size();
        if (isWhole || now == null) {
            whole = now;
        }
    }

    /** One row a layer, in the network's order; empty when not measured yet. */
    public ReadOnlyObjectProperty<List<HealthRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    private void join() {
        LayerHealth health = explore.pictures().healthProperty().get();
        if (health == null) {
            rows.set(List.of());
            return;
        }
        double largest = health.layers().stream()
                .mapToDouble(LayerHealth.Row::gradientRms)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        rows.set(health.layers().stream().map(layer -> row(layer, largest)).toList());
    }

    private HealthRow row(LayerHealth.Row layer, double largest) {
        String shown = layer.activation().isEmpty() ? layer.node() : layer.activation();
        return new HealthRow(layer, shown, outputs(shown), largest);
    }

    private Stats outputs(String node) {
        Mosaic mosaic = whole == null ? null : whole.mosaics().get(node);
        return mosaic == null ? null : mosaic.values().stats();
    }
}
