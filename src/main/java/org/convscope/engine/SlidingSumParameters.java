package org.convscope.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Where the two parameters of a {@link SlidingSum} lie in its part of the vector; {@link Initialiser} fills it. */
final class SlidingSumParameters implements ParamInitializer {

    @Override
    public long numParams(NeuralNetConfiguration configuration) {
        return numParams(configuration.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return (long) ((SlidingSum) layer).weights() + ((SlidingSum) layer).maps();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return ((SlidingSum) layer).names();
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return paramKeys(layer).subList(0, 1);
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return paramKeys(layer).subList(1, 2);
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return weightKeys(layer).contains(key);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return biasKeys(layer).contains(key);
    }

    @Override
    public Map<String, INDArray> init(
            NeuralNetConfiguration configuration, INDArray parameters, boolean initializeParams) {
        paramKeys(configuration.getLayer()).forEach(configuration::addVariable);
        return views(configuration, parameters);
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration configuration, INDArray gradients) {
        return views(configuration, gradients);
    }

    private static Map<String, INDArray> views(NeuralNetConfiguration configuration, INDArray vector) {
        SlidingSum sum = (SlidingSum) configuration.getLayer();
        INDArray flat = vector.reshape(vector.length());
        Map<String, INDArray> views = new LinkedHashMap<>();
        views.put(sum.names().get(0), flat.get(NDArrayIndex.interval(0, sum.weights())));
        views.put(sum.names().get(1), flat.get(NDArrayIndex.interval(sum.weights(), sum.weights() + sum.maps())));
        return views;
    }
}
