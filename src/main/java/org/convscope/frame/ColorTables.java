package org.convscope.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The tables behind {@link ColorMap}, made once from the published colours under {@code
 * resources/color}. A map that diverges has 255 entries, so that zero has one of its own.
 */
final class ColorTables {

    private static final int ENTRIES = 256;
    private static final int ARM = 127;
    private static final int WHITE = 0xFFFFFFFF;
    private static final int NEAR_BLACK = 0xFF0D1117;

    /** By surface, then by map. */
    private static final ColorTables[][] ALL = all();

    private final int[] colors;

    private ColorTables(int[] colors) {
        this.colors = colors;
    }

    static ColorTables of(ColorMap map, Surface surface) {
        return ALL[surface.ordinal()][map.ordinal()];
    }

    int at(float position) {
        return colors[Math.round(Math.min(1, Math.max(0, position)) * (colors.length - 1))];
    }

    int size() {
        return colors.length;
    }

    private static ColorTables[][] all() {
        ColorTables[][] all = new ColorTables[Surface.values().length][ColorMap.values().length];
        for (Surface surface : Surface.values()) {
            for (ColorMap map : ColorMap.values()) {
                all[surface.ordinal()][map.ordinal()] = make(map, surface);
            }
        }
        return all;
    }

    private static ColorTables make(ColorMap map, Surface surface) {
        return switch (map) {
            case GREY -> grey();
            case SEQUENTIAL -> new ColorTables(PublishedColors.read("viridis"));
            case DIVERGING -> diverging(PublishedColors.read("rdbu"), surface);
            case KERNEL -> diverging(PublishedColors.read("brbg"), surface);
            case LOGIT -> receding(PublishedColors.read("oranges"), surface);
        };
    }

    /** The greys of an image's own bytes, so that it is shown as it is. */
    private static ColorTables grey() {
        int[] colors = new int[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            colors[i] = 0xFF000000 | i * 0x010101;
        }
        return new ColorTables(colors);
    }

    /** From the surface's own colour outwards: to the darkest colours on a light surface, to light ones on a dark. */
    private static ColorTables diverging(int[] published, Surface surface) {
        int middle = published.length / 2;
        int[] colors = new int[2 * ARM + 1];
        int[] below = arm(published, middle - 1, 0, surface);
        int[] above = arm(published, middle + 1, published.length - 1, surface);
        for (int i = 0; i <= ARM; i++) {
            colors[ARM - i] = below[i];
            colors[ARM + i] = above[i];
        }
        return new ColorTables(colors);
    }

    private static int[] arm(int[] published, int palest, int darkest, Surface surface) {
        List<Integer> outwards = new ArrayList<>();
        int step = Integer.signum(darkest - palest);
        for (int i = palest; i != darkest + step; i += step) {
            outwards.add(published[i]);
        }
        if (surface == Surface.DARK) {
            // The palest of both arms look alike when they stand for the largest values; sign would be lost there.
            outwards.remove(0);
            Collections.reverse(outwards);
        }
        outwards.add(0, surface == Surface.LIGHT ? WHITE : NEAR_BLACK);
        return along(outwards, ARM + 1);
    }

    /** Small values recede into the surface: on a dark one the published order is turned round. */
    private static ColorTables receding(int[] published, Surface surface) {
        List<Integer> anchors = new ArrayList<>();
        for (int color : published) {
            anchors.add(surface == Surface.LIGHT ? anchors.size() : 0, color);
        }
        return new ColorTables(along(anchors, ENTRIES));
    }

    private static int[] along(List<Integer> anchors, int entries) {
        int[] colors = new int[entries];
        for (int i = 0; i < entries; i++) {
            double place = (double) i / (entries - 1) * (anchors.size() - 1);
            int from = Math.min((int) place, anchors.size() - 2);
            colors[i] = Lab.of(anchors.get(from))
                    .towards(Lab.of(anchors.get(from + 1)), place - from)
                    .argb();
        }
        colors[0] = anchors.get(0);
        colors[entries - 1] = anchors.get(anchors.size() - 1);
        return colors;
    }
}
