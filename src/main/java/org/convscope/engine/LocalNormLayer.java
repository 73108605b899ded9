package org.convscope.engine;

import java.util.Collection;
import org.convscope.blueprint.Op;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.LocalResponseNormalization;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's local response normalisation with a way back of our own. On the way forward DL4J agrees with schoolbook loops
 * to 1e-5, on the way back it is off by a tenth and more; its oneDNN helper is wrong both ways.
 */
final class LocalNormLayer extends LocalResponseNormalization {

    private static final long serialVersionUID = 1L;

    private final transient Op.Lrn norm;

    private LocalNormLayer(NeuralNetConfiguration configuration, DataType type, Op.Lrn norm) {
        super(configuration, type);
        this.norm = norm;
    }

    /** The configuration that asks for it, in DL4J's own words. */
    static org.deeplearning4j.nn.conf.layers.LocalResponseNormalization configuration(Op.Lrn norm, boolean own) {
        var configuration = own ? new Own(norm) : new org.deeplearning4j.nn.conf.layers.LocalResponseNormalization();
        configuration.setN(norm.size());
        configuration.setK(norm.k());
        configuration.setAlpha(norm.alpha());
        configuration.setBeta(norm.beta());
        return configuration;
    }

    /** Never written: what is saved asks for DL4J's layer. */
    private static final class Own extends org.deeplearning4j.nn.conf.layers.LocalResponseNormalization {

        private static final long serialVersionUID = 1L;

        private final transient Op.Lrn norm;

        Own(Op.Lrn norm) {
            this.norm = norm;
        }

        @Override
        public Layer instantiate(
                NeuralNetConfiguration configuration,
                Collection<TrainingListener> listeners,
                int index,
                INDArray parameters,
                boolean initialise,
                DataType type) {
            LocalNormLayer layer = new LocalNormLayer(configuration, type, norm);
            layer.setListeners(listeners);
            layer.setIndex(index);
            return layer;
        }
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        int channels = Math.toIntExact(input.size(1));
        int area = Math.toIntExact(input.size(2) * input.size(3));
        float[] x = Arrays.copy(input);
        float[] dy = Arrays.copy(epsilon);
        float[] divisors = new float[x.length];
        float[] told = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            int channel = i / area % channels;
            double squares = 0;
            for (int other = norm.first(channel); other <= norm.last(channel, channels); other++) {
                float value = x[i + (other - channel) * area];
                squares += (double) value * value;
            }
            double divisor = norm.divisor(squares);
            divisors[i] = (float) divisor;
            told[i] = (float) (dy[i] * x[i] / divisor / (norm.k() + norm.alpha() * squares));
        }
        float[] dx = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            int channel = i / area % channels;
            double heard = 0;
            for (int other = norm.first(channel); other <= norm.last(channel, channels); other++) {
                heard += told[i + (other - channel) * area];
            }
            dx[i] = (float) (dy[i] / divisors[i] - 2 * norm.alpha() * norm.beta() * x[i] * heard);
        }
        INDArray result = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
        Arrays.fill(result, dx);
        return new Pair<>(new DefaultGradient(), result);
    }
}
