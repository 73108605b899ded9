package org.convscope.ui.map.graph;

import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.tensor.Shape;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.TileGrid;

/**
 * How large boxes are, in points of the world. They follow from the network alone, not from the window or
 * from any number that changes, so that a layout stays as it is.
 */
public final class Sizes {

    /** Above a node's maps: its name and its shape. */
    public static final double HEADING = 36;

    /** Below maps: their colour scale. */
    public static final double LEGEND = 22;

    /** Above a card's maps: its name, its shape, what it has learned. */
    public static final double CARD_TITLE = 62;

    /** Around a card's maps. */
    public static final double CARD_EDGE = 12;

    /** Above the layers of an open block: its name. */
    public static final double FRAME_TITLE = 34;

    /** Below the layers of an open block. */
    public static final double FRAME_EDGE = 14;

    /** A layer that stands alone. */
    private static final double TALL = 520;

    /** What branches above each other need besides their maps. */
    private static final double BETWEEN = HEADING + LEGEND + 16;

    private static final double LOWEST = 88;
    private static final double WIDE = 108;
    private static final double LARGEST_MAP = 84;

    /** Points that a letter takes, about: what does not fit is shortened when it is drawn. */
    private static final double LETTER = 8;

    private static final double WIDEST_TEXT = 124;
    private static final double NARROWEST_CARD = 96;

    /** More classes than these are shown as units. */
    private static final int MOST_ROWS = 40;

    private final Blueprint blueprint;
    private final BlockTree tree;
    private final double outputRow;

    /**
     * The room that something needs.
     *
     * @param width of all
     * @param height of all
     * @param column its maps, where they lie in it
     * @param middle how far below its upper edge links arrive and leave
     */
    record Room(double width, double height, Column column, double middle) {}

    Sizes(Blueprint blueprint, BlockTree tree, double outputRow) {
        this.blueprint = blueprint;
        this.tree = tree;
        this.outputRow = outputRow;
    }

    /** A node that stands for itself, one of so many branches above each other. */
    Room node(String node, int branches) {
        String parent = tree.parent(node);
        String name = parent.equals(BlockTree.TOP)
                ? node
                : ShortNames.within(tree.block(parent).name(), node);
        double text = LETTER
                * Math.max(name.length(), blueprint.shape(node).toString().length());
        return room(node, branches, 0, HEADING, Math.min(WIDEST_TEXT, text), LEGEND);
    }

    /** A closed block. */
    Room card(Block block, int branches) {
        double text = LETTER * (block.name().length() + 3);
        return room(
                block.output(),
                branches,
                CARD_EDGE,
                CARD_TITLE,
                Math.max(NARROWEST_CARD, Math.min(WIDEST_TEXT, text)),
                LEGEND + 4);
    }

    /** What the title of an open block needs. */
    double frameTitle(Block block) {
        return LETTER
                        * (block.name().length()
                                + blueprint.shape(block.output()).toString().length())
                + 64;
    }

    private Room room(String id, int branches, double edge, double title, double text, double foot) {
        double high = branches == 1 ? TALL : Math.max(LOWEST, (TALL - (branches - 1) * BETWEEN) / branches);
        TileGrid grid = grid(blueprint.node(id), high);
        double width = Math.ceil(Math.max(grid.width(), text)) + 2 * edge;
        Shape shape = blueprint.shape(id);
        double left = Math.rint((width - grid.width()) / 2);
        Column column = new Column(id, kind(blueprint.node(id)), grid, shape.height(), shape.width(), left, title);
        return new Room(width, Math.ceil(title + grid.height() + foot), column, Math.rint(title + grid.height() / 2));
    }

    private TileGrid grid(Node node, double height) {
        Shape shape = blueprint.shape(node.id());
        return switch (kind(node)) {
            case CLASSES -> TileGrid.ofClasses(shape.size(), height, outputRow);
            case UNITS -> TileGrid.ofUnits(shape.size(), height);
            case MAPS -> TileGrid.mosaic(shape.channels(), TileGrid.aspect(shape), WIDE, height, LARGEST_MAP);
        };
    }

    private Column.Kind kind(Node node) {
        Column.Kind kind = Column.Kind.of(node, blueprint.shape(node.id()));
        boolean isTooLong = kind == Column.Kind.CLASSES && blueprint.classes() > MOST_ROWS;
        return isTooLong ? Column.Kind.UNITS : kind;
    }
}
