package org.convscope.frame;

/** The tables behind {@link ColorMap}. */
final class ColorTables {

    private final int[] colors;

    private ColorTables(int... colors) {
        this.colors = colors;
    }

    static ColorTables of(ColorMap map, Surface surface) {
        return new ColorTables(0xFF000000, 0xFFFFFFFF);
    }

    int at(float position) {
        return colors[Math.round(Math.min(1, Math.max(0, position)) * (colors.length - 1))];
    }
}
