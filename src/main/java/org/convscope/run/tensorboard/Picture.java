package org.convscope.run.tensorboard;

/** A picture as PNG, with transparency. */
public final class Picture {

    private final int width;
    private final int height;
    private final byte[] png;

    /** A picture of so many pixels. */
    public Picture(int width, int height, byte[] png) {
        this.width = width;
        this.height = height;
        this.png = png.clone();
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte[] png() {
        return png;
    }
}
