package org.convscope.engine;

import java.lang.ref.WeakReference;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * DL4J's oneDNN helper without two pieces of its work that nobody needs: on the way back it computes the
 * whole output a second time, and it computes what the image should have been.
 */
final class OneDnnConvolution extends MKLDNNConvHelper {

    private final boolean readsImages;
    private boolean imageGradientWanted;
    private WeakReference<INDArray> rememberedInput = new WeakReference<>(null);
    private INDArray rememberedOutput;

    /** The helper of one layer, which may be the one that reads the images. */
    OneDnnConvolution(boolean readsImages) {
        super(DataType.FLOAT);
        this.readsImages = readsImages;
    }

    /** Whether the derivative with respect to the image matters; a training step has no use for it. */
    void wantImageGradient(boolean wanted) {
        imageGradientWanted = wanted;
    }

    /** Forgets the last output; to be called before each pass, or a failed pass would live on in the next. */
    void forget() {
        rememberedInput.clear();
        rememberedOutput = null;
    }

    @Override
    public boolean checkSupported() {
        // DL4J's own check looks for a class that 1.0.0-M2.1 has moved, and then says no.
        return true;
    }

    @Override
    public INDArray preOutput(
            INDArray input,
            INDArray weights,
            INDArray bias,
            int[] kernel,
            int[] strides,
            int[] pad,
            ConvolutionLayer.AlgoMode mode,
            ConvolutionLayer.FwdAlgo algorithm,
            ConvolutionMode convolutionMode,
            int[] dilation,
            CNN2DFormat format,
            LayerWorkspaceMgr workspaces) {
        // Asked on the way forward, and for the very same input on the way back.
        if (rememberedInput.refersTo(input) && rememberedOutput != null) {
            INDArray output = rememberedOutput;
            forget();
            return output;
        }
        INDArray output = super.preOutput(
                input,
                weights,
                bias,
                kernel,
                strides,
                pad,
                mode,
                algorithm,
                convolutionMode,
                dilation,
                format,
                workspaces);
        rememberedInput = new WeakReference<>(input);
        rememberedOutput = output;
        return output;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
            INDArray input,
            INDArray weights,
            INDArray bias,
            INDArray delta,
            int[] kernel,
            int[] strides,
            int[] pad,
            INDArray biasGradient,
            INDArray weightGradient,
            IActivation function,
            ConvolutionLayer.AlgoMode mode,
            ConvolutionLayer.BwdFilterAlgo filterAlgorithm,
            ConvolutionLayer.BwdDataAlgo dataAlgorithm,
            ConvolutionMode convolutionMode,
            int[] dilation,
            CNN2DFormat format,
            LayerWorkspaceMgr workspaces) {
        boolean plain = input.size(1) == 1 && strides[0] == 1 && strides[1] == 1;
        if (readsImages && !imageGradientWanted && plain) {
            return weightGradientOnly(input, delta, pad, biasGradient, weightGradient, workspaces);
        }
        return super.backpropGradient(
                input,
                weights,
                bias,
                delta,
                kernel,
                strides,
                pad,
                biasGradient,
                weightGradient,
                function,
                mode,
                filterAlgorithm,
                dataAlgorithm,
                convolutionMode,
                dilation,
                format,
                workspaces);
    }

    /**
     * With one input channel and stride 1, the gradient of the weights is itself a convolution: over the
     * images {@code [1, N, H, W]}, the batch now being the channels, with the deltas {@code [out, N, h, w]}
     * as kernels. oneDNN does that four times as fast as its own backward pass.
     */
    private static Pair<Gradient, INDArray> weightGradientOnly(
            INDArray input,
            INDArray delta,
            int[] pad,
            INDArray biasGradient,
            INDArray weightGradient,
            LayerWorkspaceMgr workspaces) {
        INDArray images = input.reshape('c', 1, input.size(0), input.size(2), input.size(3));
        INDArray kernels = delta.permute(1, 0, 2, 3);
        long[] shape = {1, weightGradient.size(0), weightGradient.size(2), weightGradient.size(3)};
        INDArray result = workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, DataType.FLOAT, shape, 'c');
        Nd4j.exec(DynamicCustomOp.builder("conv2d")
                .addInputs(images, kernels)
                .addOutputs(result)
                .addIntegerArguments((int) delta.size(2), (int) delta.size(3), 1, 1, pad[0], pad[1], 1, 1, 0, 0, 1)
                .build());
        weightGradient.assign(result.reshape(weightGradient.shape()));
        delta.sum(biasGradient.reshape(biasGradient.length()), 0, 2, 3);
        Gradient gradient = new DefaultGradient();
        gradient.gradientForVariable().put("b", biasGradient);
        gradient.gradientForVariable().put("W", weightGradient);
        return new Pair<>(gradient, null);
    }
}
