package org.convscope.bench.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** What each operation of a blueprint is in libtorch: the fastest straightforward way. */
final class Operations {

    private static final double LEAK = 0.01;
    private static final double AMPLITUDE = 1.7159;
    private static final double INNER_SLOPE = 2 / 3.0;
    private static final long[] UNDILATED = {1, 1};
    private static final boolean CEILING = false;
    private static final boolean COUNT_PADDING = false;

    /** An operation with its parameters. */
    @FunctionalInterface
    interface Operation {
        /** The output for these inputs; dropout and batch norm are others while learning. */
        Tensor of(Tensor[] inputs, boolean learning);
    }

    private Operations() {}

    /** The operation that a node describes; {@code parameters} are its own, by name. */
    static Operation read(JsonNode node, Map<String, Tensor> parameters) {
        return switch (TorchPeer.field(node, "op").asText()) {
            case "Conv" -> conv(node, parameters);
            case "Dense" -> dense(parameters);
            case "Pool" -> pool(node);
            case "Activation" -> activation(TorchPeer.field(node, "kind").asText());
            case "BatchNorm" -> batchNorm(node, parameters);
            case "Add" -> (inputs, learning) -> sum(inputs);
            case "Concat" -> (inputs, learning) -> torch.cat(new TensorVector(inputs), 1);
            case "GlobalPool" -> (inputs, learning) -> torch.mean(inputs[0], 2, 3);
            case "Dropout" -> dropout(TorchPeer.field(node, "rate").asDouble());
            case "Flatten" -> (inputs, learning) -> inputs[0].flatten(1, -1);
            case "Softmax" -> (inputs, learning) -> torch.softmax(inputs[0], 1);
            default -> throw new IllegalArgumentException("No operation " + node);
        };
    }

    private static Operation conv(JsonNode node, Map<String, Tensor> parameters) {
        Tensor weight = parameters.get("weight");
        TensorOptional bias = optional(parameters.get("bias"));
        long[] stride = pair(node, "stride");
        long[] padding = pair(node, "padding");
        return (inputs, learning) -> torch.conv2d(inputs[0], weight, bias, stride, padding, UNDILATED, 1);
    }

    private static Operation dense(Map<String, Tensor> parameters) {
        Tensor weight = parameters.get("weight");
        TensorOptional bias = optional(parameters.get("bias"));
        return (inputs, learning) -> {
            Tensor rows = inputs[0].dim() > 2 ? inputs[0].flatten(1, -1) : inputs[0];
            return torch.linear(rows, weight, bias);
        };
    }

    private static Operation pool(JsonNode node) {
        long[] kernel = pair(node, "kernelSize");
        long[] stride = pair(node, "stride");
        long[] padding = pair(node, "padding");
        if (TorchPeer.field(node, "kind").asText().equals("MAX")) {
            return (inputs, learning) -> torch.max_pool2d(inputs[0], kernel, stride, padding, UNDILATED, CEILING);
        }
        LongOptional size = new LongOptional();
        return (inputs, learning) -> torch.avg_pool2d(inputs[0], kernel, stride, padding, CEILING, COUNT_PADDING, size);
    }

    private static Operation activation(String kind) {
        Scalar leak = new Scalar(LEAK);
        return switch (kind) {
            case "SIGMOID" -> (inputs, learning) -> torch.sigmoid(inputs[0]);
            case "SCALED_TANH" -> {
                Scalar inner = new Scalar(INNER_SLOPE);
                Scalar amplitude = new Scalar(AMPLITUDE);
                yield (inputs, learning) -> torch.mul(torch.tanh(torch.mul(inputs[0], inner)), amplitude);
            }
            case "TANH" -> (inputs, learning) -> torch.tanh(inputs[0]);
            case "RELU" -> (inputs, learning) -> torch.relu(inputs[0]);
            case "LEAKY_RELU" -> (inputs, learning) -> torch.leaky_relu(inputs[0], leak);
            default -> throw new IllegalArgumentException("No activation " + kind);
        };
    }

    private static Operation batchNorm(JsonNode node, Map<String, Tensor> parameters) {
        TensorOptional scale = optional(parameters.get("scale"));
        TensorOptional shift = optional(parameters.get("shift"));
        TensorOptional mean = optional(parameters.get("mean"));
        TensorOptional variance = optional(parameters.get("variance"));
        // libtorch names the share that is taken from the batch, ConvScope the one that is kept.
        double momentum = 1 - TorchPeer.field(node, "decay").asDouble();
        double epsilon = TorchPeer.field(node, "epsilon").asDouble();
        return (inputs, learning) ->
                torch.batch_norm(inputs[0], scale, shift, mean, variance, learning, momentum, epsilon, false);
    }

    private static Operation dropout(double rate) {
        return (inputs, learning) -> learning && rate > 0 ? torch.dropout(inputs[0], rate, true) : inputs[0];
    }

    private static Tensor sum(Tensor[] inputs) {
        Tensor sum = inputs[0];
        for (int i = 1; i < inputs.length; i++) {
            sum = torch.add(sum, inputs[i]);
        }
        return sum;
    }

    private static TensorOptional optional(Tensor parameter) {
        return parameter == null ? new TensorOptional() : new TensorOptional(parameter);
    }

    /** From row to row, and from column to column. */
    private static long[] pair(JsonNode node, String name) {
        JsonNode window = TorchPeer.field(node, "window");
        return new long[] {
            TorchPeer.field(TorchPeer.field(window, "vertical"), name).asLong(),
            TorchPeer.field(TorchPeer.field(window, "horizontal"), name).asLong()
        };
    }
}
