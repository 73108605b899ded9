package org.convscope.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Window;
import org.convscope.engine.block.SparseKernels;
import org.convscope.tensor.Shape;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonIgnoreProperties;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The two layers of 1998 that DL4J does not have: a convolution whose maps read only some maps, and subsampling, which is
 * one whose maps read only themselves, with one coefficient for all cells of a window. A saved network names this class,
 * so DL4J opens such a network only where ConvScope is on the class path.
 */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.PUBLIC_ONLY,
        isGetterVisibility = JsonAutoDetect.Visibility.PUBLIC_ONLY)
@JsonIgnoreProperties(ignoreUnknown = true)
public final class SlidingSum extends BaseLayer {

    private static final long serialVersionUID = 1L;

    @JsonProperty
    private final int[] input;

    @JsonProperty
    private final int[] output;

    /** Kernel, stride and padding from row to row, then from column to column. */
    @JsonProperty
    private final int[] window;

    /** Which kernels there are, {@code output map · input maps + input map}, ascending. */
    @JsonProperty
    private final int[] kernels;

    /** Whether all cells of a kernel have one coefficient. */
    @JsonProperty
    private final boolean shared;

    /** As a saved configuration has it: shapes are {@code [C, H, W]}. */
    @JsonCreator
    public SlidingSum(
            @JsonProperty("input") int[] input,
            @JsonProperty("output") int[] output,
            @JsonProperty("window") int[] window,
            @JsonProperty("kernels") int[] kernels,
            @JsonProperty("shared") boolean shared) {
        this.input = input.clone();
        this.output = output.clone();
        this.window = window.clone();
        this.kernels = kernels.clone();
        this.shared = shared;
    }

    /** A convolution that does not keep all kernels. */
    static SlidingSum of(Op.Conv conv, Shape input, Shape output) {
        return new SlidingSum(
                input.toArray(),
                output.toArray(),
                numbers(conv.window()),
                SparseKernels.of(conv, input).numbers(),
                false);
    }

    static SlidingSum of(Op.Subsample subsample, Shape input, Shape output) {
        int[] kernels = new int[input.channels()];
        for (int channel = 0; channel < kernels.length; channel++) {
            kernels[channel] = channel * kernels.length + channel;
        }
        return new SlidingSum(input.toArray(), output.toArray(), numbers(subsample.window()), kernels, true);
    }

    private static int[] numbers(Window window) {
        return new int[] {
            window.vertical().kernelSize(),
            window.vertical().stride(),
            window.vertical().padding(),
            window.horizontal().kernelSize(),
            window.horizontal().stride(),
            window.horizontal().padding()
        };
    }

    /** {@code [C, H, W]} of one image. */
    long[] outputs(long images) {
        return new long[] {images, output[0], output[1], output[2]};
    }

    long[] inputs(long images) {
        return new long[] {images, input[0], input[1], input[2]};
    }

    /** Numbers that multiply. */
    int weights() {
        return kernels.length * (shared ? 1 : window[0] * window[3]);
    }

    /** Output maps, which is also the number of biases. */
    int maps() {
        return output[0];
    }

    /** What the two parameters are called: as a convolution's, or as a batch norm's. */
    List<String> names() {
        return shared ? List.of("gamma", "beta") : List.of("W", "b");
    }

    /** What is done with one cell of a kernel, for a row of outputs. */
    interface Row {
        void meet(int weight, int inputPosition, int inputStep, int outputPosition, int count);
    }

    /** Walks over all that is multiplied for one image; positions count within its values. */
    void walk(Row row) {
        for (int kernel = 0; kernel < kernels.length; kernel++) {
            int to = kernels[kernel] / input[0] * output[1] * output[2];
            int from = kernels[kernel] % input[0] * input[1] * input[2];
            for (int u = 0; u < window[0]; u++) {
                for (int v = 0; v < window[3]; v++) {
                    int weight = shared ? kernel : (kernel * window[0] + u) * window[3] + v;
                    walk(row, weight, from, to, u - window[2], v - window[5]);
                }
            }
        }
    }

    private void walk(Row row, int weight, int from, int to, int rowOffset, int columnOffset) {
        int stride = window[4];
        int first = Math.max(0, Math.floorDiv(-columnOffset + stride - 1, stride));
        int last = Math.min(output[2] - 1, Math.floorDiv(input[2] - 1 - columnOffset, stride));
        for (int r = 0; r < output[1]; r++) {
            int y = r * window[1] + rowOffset;
            if (y >= 0 && y < input[1] && first <= last) {
                row.meet(
                        weight,
                        from + y * input[2] + first * stride + columnOffset,
                        stride,
                        to + r * output[2] + first,
                        last - first + 1);
            }
        }
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType type) {
        SlidingSumLayer layer = new SlidingSumLayer(configuration, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        Map<String, INDArray> table = initializer().init(configuration, parameters, initialise);
        layer.setParamTable(table);
        layer.setConf(configuration);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return new SlidingSumParameters();
    }

    @Override
    public InputType getOutputType(int index, InputType type) {
        return InputType.convolutional(output[1], output[2], output[0]);
    }

    @Override
    public void setNIn(InputType type, boolean override) {
        // The shapes were known from the beginning.
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType type) {
        return null;
    }

    @Override
    public boolean isPretrainParam(String name) {
        return false;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType type) {
        return new LayerMemoryReport.Builder(layerName, SlidingSum.class, type, getOutputType(0, type))
                .standardMemory(weights() + maps(), 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }
}
