package org.convscope.ui.map.geometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;

/**
 * Some of a network in place: what a map is put together from.
 *
 * @param columns the nodes whose maps are shown, in the network's order
 * @param boxes the room of each node that stands for itself: its heading, its maps, its legend
 * @param cards blocks, each behind the one around it
 * @param routes what leads from one to the next
 */
public record Part(List<Column> columns, Map<String, Rectangle2D> boxes, List<Card> cards, List<Route> routes) {

    public Part {
        columns = List.copyOf(columns);
        boxes = Map.copyOf(boxes);
        cards = List.copyOf(cards);
        routes = List.copyOf(routes);
    }

    /** Nothing. */
    public static Part empty() {
        return new Part(List.of(), Map.of(), List.of(), List.of());
    }

    /** All of it, moved. */
    public Part moved(double right, double down) {
        Map<String, Rectangle2D> movedBoxes = new LinkedHashMap<>();
        boxes.forEach((node, box) -> movedBoxes.put(node, Rectangles.moved(box, right, down)));
        return new Part(
                columns.stream().map(column -> column.moved(right, down)).toList(),
                movedBoxes,
                cards.stream().map(card -> card.moved(right, down)).toList(),
                routes.stream().map(route -> route.moved(right, down)).toList());
    }

    /** This and the other. */
    public Part with(Part other) {
        List<Column> allColumns = new ArrayList<>(columns);
        allColumns.addAll(other.columns);
        Map<String, Rectangle2D> allBoxes = new LinkedHashMap<>(boxes);
        allBoxes.putAll(other.boxes);
        List<Card> allCards = new ArrayList<>(cards);
        allCards.addAll(other.cards);
        List<Route> allRoutes = new ArrayList<>(routes);
        allRoutes.addAll(other.routes);
        return new Part(allColumns, allBoxes, allCards, allRoutes);
    }
}
