package org.convscope.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Window;
import org.convscope.tensor.Shape;

/**
 * The arithmetic of each operation as a textbook writes it: nested loops in double precision, forwards
 * and backwards. Values are {@code [N, C, H, W]} or {@code [N, units]}, row-major. What runs backwards
 * adds to the gradients it is given.
 */
final class SchoolLoops {

    private SchoolLoops() {}

    /** What a loop over windows does with one pair of cells; positions count within one image's values. */
    private interface Pair {
        void meet(int inputPosition, int outputPosition, int kernelRow, int kernelColumn);
    }

    /** Every pair of an input map's cell and an output map's cell that share a window, in padding none. */
    private static void slide(Window window, Shape in, int inMap, Shape out, int outMap, Pair pair) {
        for (int row = 0; row < out.height(); row++) {
            for (int column = 0; column < out.width(); column++) {
                for (int u = 0; u < window.height(); u++) {
                    for (int v = 0; v < window.width(); v++) {
                        int y = row * window.vertical().stride()
                                + u
                                - window.vertical().padding();
                        int x = column * window.horizontal().stride()
                                + v
                                - window.horizontal().padding();
                        if (y >= 0 && y < in.height() && x >= 0 && x < in.width()) {
                            pair.meet(
                                    (inMap * in.height() + y) * in.width() + x,
                                    (outMap * out.height() + row) * out.width() + column,
                                    u,
                                    v);
                        }
                    }
                }
            }
        }
    }

    static double[] conv(Op.Conv op, int n, Shape in, Shape out, double[] x, double[] weights, double[] biases) {
        double[] z = new double[n * out.size()];
        int k = op.window().width();
        int area = out.height() * out.width();
        for (int image = 0; image < n; image++) {
            int from = image * in.size();
            int to = image * out.size();
            for (int o = 0; o < out.channels(); o++) {
                Arrays.fill(z, to + o * area, to + (o + 1) * area, biases[o]);
                for (int i : connected(op, in, o)) {
                    int kernel = (o * in.channels() + i) * op.window().area();
                    slide(
                            op.window(),
                            in,
                            i,
                            out,
                            o,
                            (p, q, u, v) -> z[to + q] += x[from + p] * weights[kernel + u * k + v]);
                }
            }
        }
        return z;
    }

    /** The input maps that an output map reads. */
    private static int[] connected(Op.Conv op, Shape in, int output) {
        return IntStream.range(0, in.channels())
                .filter(input -> op.connections().has(output, input))
                .toArray();
    }

    static void convBack(
            Op.Conv op, int n, Shape in, Shape out, double[] x, double[] weights, double[] dz, Gradient to) {
        int k = op.window().width();
        int area = out.height() * out.width();
        for (int image = 0; image < n; image++) {
            int from = image * in.size();
            int at = image * out.size();
            for (int o = 0; o < out.channels(); o++) {
                for (int q = o * area; q < (o + 1) * area; q++) {
                    to.second[o] += dz[at + q];
                }
                for (int i : connected(op, in, o)) {
                    int kernel = (o * in.channels() + i) * op.window().area();
                    slide(op.window(), in, i, out, o, (p, q, u, v) -> {
                        to.first[kernel + u * k + v] += x[from + p] * dz[at + q];
                        to.input[from + p] += weights[kernel + u * k + v] * dz[at + q];
                    });
                }
            }
        }
    }

    static double[] pool(Op.Pool op, int n, Shape in, Shape out, double[] x) {
        double[] z = new double[n * out.size()];
        boolean max = op.kind() == Pooling.MAX;
        Arrays.fill(z, max ? Double.NEGATIVE_INFINITY : 0);
        int[] cells = cellsOfWindows(op, in, out);
        for (int image = 0; image < n; image++) {
            int from = image * in.size();
            int to = image * out.size();
            for (int c = 0; c < in.channels(); c++) {
                slide(
                        op.window(),
                        in,
                        c,
                        out,
                        c,
                        (p, q, u, v) -> z[to + q] = max ? Math.max(z[to + q], x[from + p]) : z[to + q] + x[from + p]);
            }
            for (int q = 0; !max && q < out.size(); q++) {
                z[to + q] /= cells[q];
            }
        }
        return z;
    }

    /** A maximum passes its gradient to the first cell that has it, row by row. */
    static void poolBack(Op.Pool op, int n, Shape in, Shape out, double[] x, double[] z, double[] dz, double[] dx) {
        boolean max = op.kind() == Pooling.MAX;
        int[] cells = cellsOfWindows(op, in, out);
        for (int image = 0; image < n; image++) {
            int from = image * in.size();
            int at = image * out.size();
            boolean[] passed = new boolean[out.size()];
            for (int c = 0; c < in.channels(); c++) {
                slide(op.window(), in, c, out, c, (p, q, u, v) -> {
                    if (!max) {
                        dx[from + p] += dz[at + q] / cells[q];
                    } else if (!passed[q] && x[from + p] == z[at + q]) {
                        passed[q] = true;
                        dx[from + p] += dz[at + q];
                    }
                });
            }
        }
    }

    static double[] subsample(
            Op.Subsample op, int n, Shape in, Shape out, double[] x, double[] coefficients, double[] biases) {
        double[] z = new double[n * out.size()];
        int area = out.height() * out.width();
        for (int image = 0; image < n; image++) {
            int from = image * in.size();
            int to = image * out.size();
            for (int c = 0; c < in.channels(); c++) {
                double coefficient = coefficients[c];
                Arrays.fill(z, to + c * area, to + (c + 1) * area, biases[c]);
                slide(op.window(), in, c, out, c, (p, q, u, v) -> z[to + q] += coefficient * x[from + p]);
            }
        }
        return z;
    }

    static void subsampleBack(
            Op.Subsample op, int n, Shape in, Shape out, double[] x, double[] coefficients, double[] dz, Gradient to) {
        int area = out.height() * out.width();
        for (int i = 0; i < dz.length; i++) {
            to.second[i / area % out.channels()] += dz[i];
        }
        for (int image = 0; image < n; image++) {
            int from = image * in.size();
            int at = image * out.size();
            for (int c = 0; c < in.channels(); c++) {
                int channel = c;
                slide(op.window(), in, c, out, c, (p, q, u, v) -> {
                    to.first[channel] += x[from + p] * dz[at + q];
                    to.input[from + p] += coefficients[channel] * dz[at + q];
                });
            }
        }
    }

    static double[] lrn(Op.Lrn op, Shape shape, double[] x) {
        double[] z = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            z[i] = x[i] / Math.pow(activity(op, shape, x, i), op.beta());
        }
        return z;
    }

    /** Value i is its own numerator, and stands in the divisor of each of its neighbours. */
    static void lrnBack(Op.Lrn op, Shape shape, double[] x, double[] dz, double[] dx) {
        for (int i = 0; i < x.length; i++) {
            double activity = activity(op, shape, x, i);
            dx[i] += dz[i] / Math.pow(activity, op.beta());
            double byActivity = -op.beta() * x[i] / Math.pow(activity, op.beta() + 1);
            for (int j : neighbours(op, shape, i)) {
                dx[j] += dz[i] * byActivity * 2 * op.alpha() * x[j];
            }
        }
    }

    private static double activity(Op.Lrn op, Shape shape, double[] x, int i) {
        double squares = 0;
        for (int j : neighbours(op, shape, i)) {
            squares += x[j] * x[j];
        }
        return op.k() + op.alpha() * squares;
    }

    /** The same cell of the maps that count, half of them below and half above. */
    private static List<Integer> neighbours(Op.Lrn op, Shape shape, int i) {
        int area = shape.height() * shape.width();
        int channel = i / area % shape.channels();
        List<Integer> neighbours = new ArrayList<>();
        for (int away = -(op.size() - 1) / 2; away <= (op.size() - 1) / 2; away++) {
            if (channel + away >= 0 && channel + away < shape.channels()) {
                neighbours.add(i + away * area);
            }
        }
        return neighbours;
    }

    private static int[] cellsOfWindows(Op.Pool op, Shape in, Shape out) {
        int[] cells = new int[out.size()];
        for (int c = 0; c < in.channels(); c++) {
            slide(op.window(), in, c, out, c, (p, q, u, v) -> cells[q]++);
        }
        return cells;
    }

    static double[] dense(int n, int inputs, int units, double[] x, double[] weights, double[] biases) {
        double[] z = new double[n * units];
        for (int image = 0; image < n; image++) {
            for (int o = 0; o < units; o++) {
                double sum = biases[o];
                for (int i = 0; i < inputs; i++) {
                    sum += weights[o * inputs + i] * x[image * inputs + i];
                }
                z[image * units + o] = sum;
            }
        }
        return z;
    }

    static void denseBack(int n, int inputs, int units, double[] x, double[] weights, double[] dz, Gradient to) {
        for (int image = 0; image < n; image++) {
            for (int o = 0; o < units; o++) {
                double d = dz[image * units + o];
                to.second[o] += d;
                for (int i = 0; i < inputs; i++) {
                    to.first[o * inputs + i] += x[image * inputs + i] * d;
                    to.input[image * inputs + i] += weights[o * inputs + i] * d;
                }
            }
        }
    }

    static double[] activation(Nonlinearity kind, double[] z) {
        return Arrays.stream(z).map(kind::of).toArray();
    }

    static void activationBack(Nonlinearity kind, double[] z, double[] a, double[] da, double[] dz) {
        for (int i = 0; i < z.length; i++) {
            dz[i] += da[i]
                    * switch (kind) {
                        case SIGMOID -> a[i] * (1 - a[i]);
                        case TANH -> 1 - a[i] * a[i];
                        case SCALED_TANH -> 1.7159 * 2 / 3 * (1 - Math.pow(Math.tanh(2 * z[i] / 3), 2));
                        case RELU -> z[i] > 0 ? 1 : 0;
                        case LEAKY_RELU -> z[i] > 0 ? 1 : Nonlinearity.LEAK;
                    };
        }
    }

    static double[] add(List<double[]> inputs) {
        double[] sum = new double[inputs.get(0).length];
        for (double[] input : inputs) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += input[i];
            }
        }
        return sum;
    }

    /** Image by image, each input's values after those of the one before. */
    static double[] concat(int n, List<double[]> inputs) {
        double[] z = new double[inputs.stream().mapToInt(input -> input.length).sum()];
        int to = 0;
        for (int image = 0; image < n; image++) {
            for (double[] input : inputs) {
                int length = input.length / n;
                System.arraycopy(input, image * length, z, to, length);
                to += length;
            }
        }
        return z;
    }

    static void concatBack(int n, double[] dz, List<double[]> dx) {
        int from = 0;
        for (int image = 0; image < n; image++) {
            for (double[] input : dx) {
                int length = input.length / n;
                for (int i = 0; i < length; i++) {
                    input[image * length + i] += dz[from + i];
                }
                from += length;
            }
        }
    }

    static double[] globalPool(Shape in, double[] x) {
        int area = in.height() * in.width();
        double[] z = new double[x.length / area];
        for (int i = 0; i < x.length; i++) {
            z[i / area] += x[i] / area;
        }
        return z;
    }

    static void globalPoolBack(Shape in, double[] dz, double[] dx) {
        int area = in.height() * in.width();
        for (int i = 0; i < dx.length; i++) {
            dx[i] += dz[i / area] / area;
        }
    }

    /** What dropout multiplies so many values with: 0, or what makes up for those that are 0. */
    static double[] mask(Op.Dropout op, int length, Random random) {
        return random.doubles(length)
                .map(drawn -> drawn < op.rate() ? 0 : 1 / (1 - op.rate()))
                .toArray();
    }

    static void addProduct(double[] a, double[] b, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += a[i] * b[i];
        }
    }

    /** Mean and population variance of each channel over a batch. */
    static double[][] channelStatistics(int n, Shape shape, double[] x) {
        double[] mean = new double[shape.channels()];
        double[] variance = new double[shape.channels()];
        int area = shape.size() / shape.channels();
        for (int i = 0; i < x.length; i++) {
            mean[i / area % shape.channels()] += x[i] / (n * area);
        }
        for (int i = 0; i < x.length; i++) {
            double distance = x[i] - mean[i / area % shape.channels()];
            variance[i / area % shape.channels()] += distance * distance / (n * area);
        }
        return new double[][] {mean, variance};
    }

    static double[] batchNorm(Op.BatchNorm op, Shape shape, double[] x, double[][] statistics, double[][] learned) {
        double[] z = new double[x.length];
        int area = shape.size() / shape.channels();
        for (int i = 0; i < x.length; i++) {
            int c = i / area % shape.channels();
            z[i] = learned[0][c] * (x[i] - statistics[0][c]) / Math.sqrt(statistics[1][c] + op.epsilon())
                    + learned[1][c];
        }
        return z;
    }

    /** With statistics that are the batch's own, every value moves them; with running ones, none does. */
    static void batchNormBack(
            Op.BatchNorm op,
            int n,
            Shape shape,
            double[] x,
            double[][] statistics,
            boolean ownStatistics,
            double[] scale,
            double[] dz,
            Gradient to) {
        int area = shape.size() / shape.channels();
        int count = n * area;
        double[] sum = new double[shape.channels()];
        double[] product = new double[shape.channels()];
        double[] normal = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int c = i / area % shape.channels();
            normal[i] = (x[i] - statistics[0][c]) / Math.sqrt(statistics[1][c] + op.epsilon());
            sum[c] += dz[i];
            product[c] += dz[i] * normal[i];
        }
        for (int c = 0; c < shape.channels(); c++) {
            to.first[c] += product[c];
            to.second[c] += sum[c];
        }
        for (int i = 0; i < x.length; i++) {
            int c = i / area % shape.channels();
            double through = dz[i] - (ownStatistics ? (sum[c] + normal[i] * product[c]) / count : 0);
            to.input[i] += scale[c] * through / Math.sqrt(statistics[1][c] + op.epsilon());
        }
    }

    static double[] softmax(int n, int classes, double[] z) {
        double[] p = new double[z.length];
        for (int image = 0; image < n; image++) {
            int from = image * classes;
            double highest = Arrays.stream(z, from, from + classes).max().orElseThrow();
            double sum = 0;
            for (int i = from; i < from + classes; i++) {
                p[i] = Math.exp(z[i] - highest);
                sum += p[i];
            }
            for (int i = from; i < from + classes; i++) {
                p[i] /= sum;
            }
        }
        return p;
    }

    /**
     * Where a backward loop adds what it finds.
     *
     * @param input the gradient of what the operation read
     * @param first of its weights, or of its scales
     * @param second of its biases, or of its shifts
     */
    static final class Gradient {
        final double[] input;
        final double[] first;
        final double[] second;

        Gradient(double[] input, double[] first, double[] second) {
            this.input = input;
            this.first = first;
            this.second = second;
        }
    }
}
