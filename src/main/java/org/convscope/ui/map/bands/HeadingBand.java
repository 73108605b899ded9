package org.convscope.ui.map.bands;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.ui.map.geometry.Camera;
import org.convscope.ui.map.geometry.Detail;
import org.convscope.ui.map.geometry.HeadingRow;
import org.convscope.ui.map.geometry.NetworkMapLayout;

/** The headings of all columns; they follow the camera sideways, and never leave the top. */
public final class HeadingBand extends Region {

    private static final double PADDING = 6;

    private final List<Heading> headings = new ArrayList<>();
    private final Rectangle edges = new Rectangle();
    private final Group row = new Group();
    private final Runnable resized;

    /** A band without headings; {@code resized} is called when the stylesheet gives them another font. */
    public HeadingBand(Runnable resized) {
        this.resized = resized;
        setManaged(false);
        getStyleClass().add("map-heading-band");
        setClip(edges);
        getChildren().add(row);
    }

    /** Headings for another network, or for none if {@code null}. */
    public void name(Blueprint blueprint) {
        headings.clear();
        if (blueprint != null) {
            blueprint.nodes().forEach(node -> headings.add(new Heading(node, blueprint.shape(node.id()), resized)));
        }
        row.getChildren().setAll(headings);
        // Widths are asked for before the next pulse would give the new texts their fonts.
        applyCss();
    }

    /** Says everything in the reader's language. */
    public void translate() {
        headings.forEach(Heading::translate);
    }

    /** Width of a node's heading. */
    public double width(Node node, Detail detail) {
        return headings.stream()
                .filter(heading -> heading.node().equals(node))
                .mapToDouble(heading -> heading.width(detail))
                .findFirst()
                .orElse(0);
    }

    /** Height of the band with headings of this detail. */
    public double height(Detail detail) {
        double line = headings.isEmpty() ? 16 : headings.get(0).lineHeight();
        return Math.ceil(2 * PADDING + detail.lines() * line);
    }

    /** Follows the camera, as long as it only moves. */
    public void move(Camera camera) {
        row.setTranslateX(camera.x());
    }

    /** Puts each heading above its column, with as much detail as the distances on screen allow. */
    public void place(NetworkMapLayout layout, Camera camera) {
        edges.setWidth(getWidth());
        edges.setHeight(getHeight());
        List<Double> centres = layout.columns().stream()
                .map(column -> column.centreX() * camera.scale())
                .toList();
        Detail detail = layout.detail();
        while (detail != Detail.COMPACT && !HeadingRow.isClear(centres, widths(detail))) {
            detail = Detail.values()[detail.ordinal() + 1];
        }
        List<Boolean> clear = HeadingRow.clear(centres, widths(detail));
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            double width = heading.width(detail);
            heading.show(detail);
            heading.setVisible(clear.get(i));
            heading.resizeRelocate(Math.rint(centres.get(i) - width / 2), PADDING, width, getHeight() - 2 * PADDING);
        }
    }

    /** The node whose heading is at a place of the band, or {@code null}. */
    public Node at(double x, double y) {
        return headings.stream()
                .filter(Heading::isVisible)
                .filter(heading -> heading.getBoundsInParent().contains(x - row.getTranslateX(), y))
                .map(Heading::node)
                .findFirst()
                .orElse(null);
    }

    private List<Double> widths(Detail detail) {
        return headings.stream().map(heading -> heading.width(detail)).toList();
    }
}
