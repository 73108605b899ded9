package org.convscope.ui.map.paint;

import java.nio.IntBuffer;

/**
 * A painted sheet, or the part of it that is seen. Its place is in pixels of the enlarged world, so
 * that it stays valid while the camera only moves. Never changes.
 */
public final class Picture {

    private final Sheet sheet;
    private final Lighting lighting;
    private final PixelBox box;
    private final int[] pixels;

    /** Takes the pixels as they are; whoever hands them over must forget them. */
    Picture(Sheet sheet, Lighting lighting, PixelBox box, int[] pixels) {
        this.sheet = sheet;
        this.lighting = lighting;
        this.box = box;
        this.pixels = pixels;
    }

    /** What it shows. */
    public Sheet sheet() {
        return sheet;
    }

    /** Pixels for one point of the world. */
    public double scale() {
        return lighting.scale();
    }

    /** Where it lies, in pixels of the enlarged world. */
    public PixelBox box() {
        return box;
    }

    /** Copies all pixels, row-major, 0xAARRGGBB with colours multiplied by their opacity; 0 where nothing is. */
    public void copyInto(IntBuffer target) {
        target.put(0, pixels);
    }

    /** One pixel, counted from the picture's own corner. */
    int pixel(int x, int y) {
        return pixels[y * box.width() + x];
    }

    /** Whether it still is what {@code wanted} would be painted as, at least within {@code needed}. */
    boolean serves(Sheet wanted, Lighting light, PixelBox needed) {
        return lighting.equals(light) && box.contains(needed) && sheet.equals(wanted);
    }
}
