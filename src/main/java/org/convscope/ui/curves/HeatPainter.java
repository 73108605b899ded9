package org.convscope.ui.curves;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.convscope.frame.ColorMap;
import org.convscope.frame.Surface;
import org.convscope.tensor.Histogram;

/**
 * Draws distributions over steps: each moment as a column until the next one, brighter where more values lie. Brightness
 * is the square root of the density beside the densest hundredth, so that tails are seen beside a peak at zero.
 */
final class HeatPainter {

    private static final double BRIGHTEST = 0.99;

    private final CurvesModel curves;

    HeatPainter(CurvesModel curves) {
        this.curves = curves;
    }

    void paint(GraphicsContext g, CurvesLayout layout, HistogramTrack track, Surface surface) {
        int width = layout.columns();
        int height = (int) Math.ceil(layout.bottom() - layout.top());
        int[] pixels = new int[width * height];
        double[] column = new double[height];
        double brightest = brightest(track, curves);
        int painted = -1;
        for (int x = 0; x < width; x++) {
            double step = curves.step(layout.placeAt(layout.left() + x));
            int moment = step > curves.reached() ? -1 : track.indexAt(step);
            if (moment >= 0 && moment != painted) {
                densities(track.histogram(moment), layout, column);
                painted = moment;
            }
            for (int y = 0; moment >= 0 && y < height; y++) {
                double bright = Math.sqrt(Math.min(1, column[y] / brightest));
                pixels[y * width + x] = column[y] == 0 ? 0 : ColorMap.SEQUENTIAL.argb((float) bright, surface);
            }
        }
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        g.drawImage(image, layout.left(), layout.top());
    }

    /** Of every row of pixels from the top, the largest density that lies in it: a narrow peak is never lost. */
    private static void densities(Histogram histogram, CurvesLayout layout, double[] column) {
        Arrays.fill(column, 0);
        for (int bin = 0; bin < histogram.bins(); bin++) {
            double top = layout.y(histogram.edge(bin + 1)) - layout.top();
            double bottom = layout.y(histogram.edge(bin)) - layout.top();
            int from = (int) Math.max(0, Math.floor(top));
            int to = (int) Math.min(column.length, Math.max(from + 1, Math.ceil(bottom)));
            for (int y = from; y < to; y++) {
                column[y] = Math.max(column[y], histogram.share(bin) / histogram.width());
            }
        }
    }

    /** The density of the densest hundredth of all bins in sight. */
    static double brightest(HistogramTrack track, CurvesModel curves) {
        double from = curves.step(curves.across().low());
        double to = curves.step(curves.across().high());
        double[] densities = new double[Histogram.MOST_BINS * Math.max(1, track.size())];
        int count = 0;
        for (int i = Math.max(0, track.indexAt(from)); i < track.size() && track.step(i) <= to; i++) {
            Histogram histogram = track.histogram(i);
            for (int bin = 0; bin < histogram.bins(); bin++) {
                double density = histogram.share(bin) / histogram.width();
                if (density > 0) {
                    densities[count++] = density;
                }
            }
        }
        Arrays.sort(densities, 0, count);
        return count == 0 ? 1 : densities[(int) (BRIGHTEST * (count - 1))];
    }
}
