package org.convscope.ui.map;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.convscope.ui.map.geometry.Rectangles;
import org.convscope.ui.map.paint.Picture;

/** Shows one finished picture; to show the next it copies pixels and does nothing else. */
public final class PictureView extends ImageView {

    private PixelBuffer<IntBuffer> buffer;
    private Picture picture;

    /** Nothing is shown yet. */
    public PictureView() {
        setManaged(false);
        setMouseTransparent(true);
        setSmooth(false);
        getStyleClass().add("map-picture");
    }

    /** The picture that is shown, or {@code null}. */
    public Picture picture() {
        return picture;
    }

    /** Shows a picture; nothing happens if it is shown already. */
    public void show(Picture next) {
        if (next.equals(picture)) {
            return;
        }
        picture = next;
        int width = next.box().width();
        int height = next.box().height();
        if (buffer == null || buffer.getWidth() != width || buffer.getHeight() != height) {
            IntBuffer pixels = IntBuffer.allocate(width * height);
            next.copyInto(pixels);
            buffer = new PixelBuffer<>(width, height, pixels, PixelFormat.getIntArgbPreInstance());
            setImage(new WritableImage(buffer));
        } else {
            buffer.updateBuffer(shown -> {
                next.copyInto(shown.getBuffer());
                return null;
            });
        }
    }

    /**
     * Puts it where it is while what it shows is on its way, in a world of this scale.
     *
     * @param from the rectangle that it was painted for
     * @param to where that lies now
     */
    void carry(double scale, Rectangle2D from, Rectangle2D to) {
        double pixels = picture.scale();
        Rectangle2D painted = new Rectangle2D(
                picture.box().left() / pixels,
                picture.box().top() / pixels,
                picture.box().width() / pixels,
                picture.box().height() / pixels);
        Rectangle2D now = Rectangles.carried(painted, from, to);
        setFitWidth(now.getWidth() * scale);
        setFitHeight(now.getHeight() * scale);
        setTranslateX(now.getMinX() * scale);
        setTranslateY(now.getMinY() * scale);
    }

    /** Puts it where it lies in a world of this scale, enlarged for the moment if it was painted for another. */
    public void place(double scale, double pixelsPerPoint) {
        if (picture == null) {
            return;
        }
        double points = scale / picture.scale();
        boolean exact = pixelsPerPoint == 1 && points == 1;
        setFitWidth(exact ? 0 : picture.box().width() * points);
        setFitHeight(exact ? 0 : picture.box().height() * points);
        setTranslateX(picture.box().left() * points);
        setTranslateY(picture.box().top() * points);
    }
}
