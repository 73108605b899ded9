package org.convscope.ui.shell;

/**
 * How the four areas share the window below the tool bar and above the status bar. The map always has
 * its part; when there is not enough, the input column folds first, then the dock, then the inspector.
 *
 * @param input the column at the left; width 0 when folded
 * @param map the middle
 * @param inspector the column at the right; width 0 when folded
 * @param dock the strip at the bottom; height 0 when folded
 */
record ShellLayout(Box input, Box map, Box inspector, Box dock) {

    static final double LEAST_MAP_WIDTH = 480;
    static final double LEAST_MAP_HEIGHT = 300;

    /** A rectangle in the window. */
    record Box(double x, double y, double width, double height) {
        boolean isFolded() {
            return width <= 0 || height <= 0;
        }
    }

    /**
     * What a person wants of an area.
     *
     * @param open whether it is to be seen
     * @param size in pixels, or 0 for what suits the window
     */
    record Wish(boolean open, double size) {

        static final Wish STANDARD = new Wish(true, 0);

        private double within(double standard, double least, double most) {
            return !open ? 0 : Math.rint(Math.max(least, Math.min(Math.max(least, most), size > 0 ? size : standard)));
        }
    }

    /** Shares out {@code room}. */
    static ShellLayout of(Box room, Wish input, Wish inspector, Wish dock) {
        double left = input.within(clamp(0.1225 * room.width, 196, 320), 160, 0.3 * room.width);
        double right = inspector.within(clamp(0.23 * room.width, 316, 560), 260, 0.5 * room.width);
        double bottom = dock.within(clamp(0.235 * room.height, 212, 380), 160, 0.6 * room.height);
        if (room.width - left - right < LEAST_MAP_WIDTH) {
            left = 0;
        }
        if (room.height - bottom < LEAST_MAP_HEIGHT) {
            bottom = 0;
        }
        if (room.width - left - right < LEAST_MAP_WIDTH) {
            right = 0;
        }
        double middle = room.width - left - right;
        double top = room.height - bottom;
        return new ShellLayout(
                new Box(room.x, room.y, left, top),
                new Box(room.x + left, room.y, middle, top),
                new Box(room.x + left + middle, room.y, right, top),
                new Box(room.x, room.y + top, room.width, bottom));
    }

    private static double clamp(double wanted, double least, double most) {
        return Math.max(least, Math.min(most, wanted));
    }
}
