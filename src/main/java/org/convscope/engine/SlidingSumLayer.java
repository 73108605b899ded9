package org.convscope.engine;

import org.convscope.tensor.Shape;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Computes a {@link SlidingSum} in plain loops. */
final class SlidingSumLayer extends BaseLayer<SlidingSum> {

    private static final long serialVersionUID = 1L;

    SlidingSumLayer(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        int images = Math.toIntExact(input.size(0));
        float[] x = Arrays.copy(input);
        float[] weights = parameter(0);
        float[] biases = parameter(1);
        long[] shape = layerConf().outputs(images);
        float[] y = new float[Math.toIntExact(images * shape[1] * shape[2] * shape[3])];
        int size = y.length / images;
        int area = size / biases.length;
        for (int image = 0; image < images; image++) {
            int from = image * (x.length / images);
            int to = image * size;
            for (int map = 0; map < biases.length; map++) {
                java.util.Arrays.fill(y, to + map * area, to + (map + 1) * area, biases[map]);
            }
            layerConf().walk((weight, in, step, out, count) -> {
                for (int i = 0; i < count; i++) {
                    y[to + out + i] += weights[weight] * x[from + in + i * step];
                }
            });
        }
        INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, shape, 'c');
        Arrays.fill(output, y);
        return output;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        int images = Math.toIntExact(input.size(0));
        float[] x = Arrays.copy(input);
        float[] dy = Arrays.copy(epsilon);
        float[] dx = new float[x.length];
        float[] weights = parameter(0);
        float[] dw = new float[weights.length];
        float[] db = new float[layerConf().maps()];
        int size = dy.length / images;
        int area = size / db.length;
        for (int i = 0; i < dy.length; i++) {
            db[i % size / area] += dy[i];
        }
        for (int image = 0; image < images; image++) {
            int from = image * (x.length / images);
            int to = image * size;
            layerConf().walk((weight, in, step, out, count) -> {
                float sum = 0;
                for (int i = 0; i < count; i++) {
                    float delta = dy[to + out + i];
                    sum += delta * x[from + in + i * step];
                    dx[from + in + i * step] += weights[weight] * delta;
                }
                dw[weight] += sum;
            });
        }
        Gradient gradient = new DefaultGradient();
        put(gradient, 0, dw);
        put(gradient, 1, db);
        INDArray result = workspaces.createUninitialized(
                ArrayType.ACTIVATION_GRAD, DataType.FLOAT, layerConf().inputs(images), 'c');
        Arrays.fill(result, dx);
        return new Pair<>(gradient, result);
    }

    private float[] parameter(int which) {
        return Arrays.copy(params.get(layerConf().names().get(which)));
    }

    private void put(Gradient gradient, int which, float[] values) {
        String name = layerConf().names().get(which);
        INDArray view = gradientViews.get(name);
        view.assign(Arrays.of(values, Shape.of(values.length)));
        gradient.gradientForVariable().put(name, view);
    }
}
