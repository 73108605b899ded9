package org.convscope.ui.map.geometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * The way from one composed layout to the next. What both show goes straight from its place to the other;
 * what a block uncovers comes out of where the block lay closed. Whatever goes straight and is seen at the
 * same point of the screen before and after stays there all the way, since layout and camera go in step.
 */
public final class Parting {

    /** Of more layers than these every picture of the way would come late: then the next layout is shown at once. */
    static final int MOST = 240;

    private final NetworkMapLayout target;
    private final Camera from;
    private final Map<String, Rectangle2D> columnsBefore = new LinkedHashMap<>();
    private final Map<String, Rectangle2D> boxesBefore = new LinkedHashMap<>();
    private final Map<String, Rectangle2D> cardsBefore = new LinkedHashMap<>();

    private Parting(NetworkMapLayout before, Camera from, NetworkMapLayout target) {
        this.target = target;
        this.from = from;
        for (Card card : target.cards()) {
            before.card(card.block()).ifPresent(same -> cardsBefore.put(card.block(), same.bounds()));
        }
        Map<String, Rectangle2D> known = Map.copyOf(cardsBefore);
        for (Card card : target.cards()) {
            cardsBefore.computeIfAbsent(card.block(), block -> origin(card.bounds(), known));
        }
        for (Column column : target.columns()) {
            String node = column.node();
            columnsBefore.put(node, before.shows(node) ? before.column(node).bounds() : origin(column.bounds(), known));
            target.box(node)
                    .ifPresent(box -> boxesBefore.put(node, before.box(node).orElseGet(() -> origin(box, known))));
        }
    }

    /**
     * A way between two layouts; none where one of them is not composed, or holds too much to be moved.
     *
     * @param from how {@code before} was seen
     */
    public static Optional<Parting> between(NetworkMapLayout before, Camera from, NetworkMapLayout target) {
        boolean isSmooth = before != null
                && target != null
                && !before.isRow()
                && !target.isRow()
                && target.columns().size() <= MOST;
        return isSmooth ? Optional.of(new Parting(before, from, target)) : Optional.empty();
    }

    /** How far along the way something is after a share of the time: fast first, then ever slower. */
    public static double eased(double time) {
        double rest = 1 - Math.max(0, Math.min(1, time));
        return 1 - rest * rest * rest;
    }

    /** How it is seen a share of the way along, if in the end it is seen like {@code to}. */
    public Camera camera(Camera to, double share) {
        return new Camera(
                between(from.scale(), to.scale(), share),
                between(from.x(), to.x(), share),
                between(from.y(), to.y(), share));
    }

    /** Where everything is a share of the way along. */
    public NetworkMapLayout layout(double share) {
        Map<String, Rectangle2D> boxes = new LinkedHashMap<>();
        boxesBefore.forEach(
                (node, box) -> boxes.put(node, between(box, target.box(node).orElseThrow(), share)));
        List<Column> columns = target.columns().stream()
                .map(column -> column.within(between(columnsBefore.get(column.node()), column.bounds(), share)))
                .toList();
        List<Card> cards = target.cards().stream()
                .map(card -> card.at(between(cardsBefore.get(card.block()), card.bounds(), share)))
                .toList();
        List<Move> moves = moves(boxes, cards);
        List<Route> routes =
                target.routes().stream().map(route -> carried(route, moves)).toList();
        return target.elsewhere(new Part(columns, boxes, cards, routes));
    }

    /** What leads along with whatever it touches. */
    private record Move(Rectangle2D end, Rectangle2D now) {

        boolean touches(Point2D point) {
            return Rectangles.grown(end, 1).contains(point);
        }

        Point2D shift(Point2D point) {
            return Rectangles.carried(point, end, now).subtract(point);
        }
    }

    /** Each behind what is around it. */
    private List<Move> moves(Map<String, Rectangle2D> boxes, List<Card> cards) {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            moves.add(new Move(target.cards().get(i).bounds(), cards.get(i).bounds()));
        }
        boxes.forEach((node, box) -> moves.add(new Move(target.box(node).orElseThrow(), box)));
        return moves;
    }

    /** Its ends go with what they touch, and what lies between them evenly with both. */
    private static Route carried(Route route, List<Move> moves) {
        Point2D begin = route.points().get(0);
        Point2D end = route.points().get(route.points().size() - 1);
        Point2D first = shift(begin, moves);
        Point2D last = shift(end, moves);
        double length = Math.max(1, end.getX() - begin.getX());
        return new Route(
                route.from(),
                route.readers(),
                route.points().stream()
                        .map(point -> {
                            double share = Math.max(0, Math.min(1, (point.getX() - begin.getX()) / length));
                            return point.add(first.multiply(1 - share)).add(last.multiply(share));
                        })
                        .toList());
    }

    private static Point2D shift(Point2D point, List<Move> moves) {
        return moves.stream()
                .filter(move -> move.touches(point))
                .reduce((outer, inner) -> inner)
                .map(move -> move.shift(point))
                .orElse(Point2D.ZERO);
    }

    /** Where something comes from that was not there: its share of the innermost block around it that was. */
    private Rectangle2D origin(Rectangle2D bounds, Map<String, Rectangle2D> known) {
        return target.cards().stream()
                .filter(card -> known.containsKey(card.block()) && card.bounds().contains(bounds))
                .reduce((outer, inner) -> inner)
                .map(card -> Rectangles.carried(bounds, card.bounds(), known.get(card.block())))
                .orElse(bounds);
    }

    private static Rectangle2D between(Rectangle2D one, Rectangle2D other, double share) {
        return new Rectangle2D(
                between(one.getMinX(), other.getMinX(), share),
                between(one.getMinY(), other.getMinY(), share),
                between(one.getWidth(), other.getWidth(), share),
                between(one.getHeight(), other.getHeight(), share));
    }

    private static double between(double one, double other, double share) {
        return one + (other - one) * share;
    }
}
