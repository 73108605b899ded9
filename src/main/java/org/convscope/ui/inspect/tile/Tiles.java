package org.convscope.ui.inspect.tile;

import java.util.ArrayList;
import java.util.List;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Sum;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Stats;
import org.convscope.tensor.Tensor;

/**
 * Small planes to be shown beside each other, in bands that belong together value by value: what went
 * in, by what it was multiplied, and the products.
 *
 * @param bands all of one shape
 * @param captions what stands below each plane; empty for nothing
 * @param outside squares that lie in the padding, where nothing went in
 * @param mark the square that decides, as the largest does; {@code null} for none
 */
public record Tiles(List<Band> bands, List<Double> captions, List<Cell> outside, Cell mark) {

    /**
     * One band.
     *
     * @param name what its values are called in the arithmetic: {@code x}
     * @param scale its colours
     * @param values {@code [planes, rows, columns]}
     */
    public record Band(String name, ColorScale scale, Tensor values) {}

    public Tiles {
        bands = List.copyOf(bands);
        captions = List.copyOf(captions);
        outside = List.copyOf(outside);
    }

    /** The planes of a picture, such as the kernels of a filter. */
    public static Tiles of(String name, Mosaic mosaic) {
        Tensor values = mosaic.values();
        Shape planes = Shape.of(
                mosaic.planes(), mosaic.plane(0).height(), mosaic.plane(0).width());
        return new Tiles(List.of(new Band(name, mosaic.scale(0), values.reshaped(planes))), List.of(), List.of(), null);
    }

    /** What a convolution multiplies and adds, one plane for each map that it reads. */
    public static Tiles ofProducts(Sum sum, ColorScale inputs, Shape read) {
        Tensor weights = tensor(sum, Part.WEIGHT);
        Tensor products = tensor(sum, Part.PRODUCT);
        List<Double> sums = new ArrayList<>();
        int each = sum.terms().size() / products.planes();
        for (int plane = 0; plane < products.planes(); plane++) {
            sums.add(sum.terms().subList(plane * each, (plane + 1) * each).stream()
                    .mapToDouble(Sum.Term::product)
                    .sum());
        }
        return new Tiles(
                List.of(
                        new Band("x", inputs, tensor(sum, Part.INPUT)),
                        new Band("w", ColorScale.fitting(ColorMap.KERNEL, weights), weights),
                        new Band("x·w", ColorScale.fitting(ColorMap.DIVERGING, products), products)),
                sums,
                outside(sum, read),
                null);
    }

    /** What a window pools; the winner is marked if there is one. */
    public static Tiles ofWindow(Sum sum, ColorScale inputs) {
        Sum.Term first = sum.terms().get(0);
        Cell winner = sum.terms().stream()
                .filter(term -> term.weight() == 1 && sum.terms().size() > 1)
                .findFirst()
                .map(term -> new Cell(term.row() - first.row(), term.column() - first.column()))
                .orElse(null);
        return new Tiles(List.of(new Band("x", inputs, tensor(sum, Part.INPUT))), List.of(), List.of(), winner);
    }

    /** Number of planes in every band. */
    public int planes() {
        return bands.get(0).values().planes();
    }

    /** Rows of a plane. */
    public int rows() {
        return bands.get(0).values().shape().height();
    }

    /** Columns of a plane. */
    public int columns() {
        return bands.get(0).values().shape().width();
    }

    /** A value of a band. */
    public float value(int band, int plane, int row, int column) {
        return bands.get(band).values().plane(plane).at(row, column);
    }

    /** What the values of a band are like. */
    Stats stats(int band) {
        return bands.get(band).values().stats();
    }

    private enum Part {
        INPUT,
        WEIGHT,
        PRODUCT;

        double of(Sum.Term term) {
            return switch (this) {
                case INPUT -> term.input();
                case WEIGHT -> term.weight();
                case PRODUCT -> term.product();
            };
        }
    }

    /** Terms come map by map and row by row, and every map has the same window. */
    private static Tensor tensor(Sum sum, Part part) {
        List<Sum.Term> terms = sum.terms();
        int columns = (int) terms.stream().mapToInt(Sum.Term::column).distinct().count();
        int rows = (int) terms.stream().mapToInt(Sum.Term::row).distinct().count();
        float[] values = new float[terms.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) part.of(terms.get(i));
        }
        return Tensor.of(Shape.of(values.length / (rows * columns), rows, columns), values);
    }

    private static List<Cell> outside(Sum sum, Shape read) {
        Sum.Term first = sum.terms().get(0);
        return sum.terms().stream()
                .filter(term -> term.inputChannel() == first.inputChannel())
                .filter(term -> term.row() < 0
                        || term.column() < 0
                        || term.row() >= read.height()
                        || term.column() >= read.width())
                .map(term -> new Cell(term.row() - first.row(), term.column() - first.column()))
                .toList();
    }
}
