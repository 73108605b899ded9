package org.convscope.bench.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A network as its description has it: nodes in an order in which each comes after its inputs, the last a softmax,
 * parameters as ConvScope began with them. Learns by plain SGD on one batch.
 */
final class Net implements AutoCloseable {

    private static final Set<String> KEPT_NOT_LEARNED = Set.of("mean", "variance");

    /** A node: where its inputs stand, and what it makes of them. */
    private static final class Step {
        private final int[] inputs;
        private final Operations.Operation operation;

        Step(int[] inputs, Operations.Operation operation) {
            this.inputs = inputs;
            this.operation = operation;
        }
    }

    private final PointerScope scope = new PointerScope();
    private final List<Step> steps = new ArrayList<>();
    private final List<Tensor> learned = new ArrayList<>();
    private final List<Tensor> parameters = new ArrayList<>();
    private final List<Tensor> first = new ArrayList<>();
    private final Tensor images;
    private final Tensor labels;
    private final Tensor one;
    private final Scalar change;
    private final int batchSize;

    /** The network of this description, with the batch and the parameters in the files that it names. */
    Net(JsonNode description) throws IOException {
        batchSize = TorchPeer.field(description, "batch").asInt();
        change = new Scalar(-TorchPeer.field(description, "learningRate").asDouble());
        images = Tensor.create(floats(description, "images"), shape(TorchPeer.field(description, "input"), batchSize));
        labels = Tensor.create(longs(description, "labels"), batchSize);
        one = images.narrow(0, 0, 1).contiguous();
        float[] values = floats(description, "parameters");
        Map<String, Integer> places = new HashMap<>();
        for (JsonNode node : TorchPeer.field(description, "nodes")) {
            Map<String, Tensor> own = new HashMap<>();
            for (Map.Entry<String, JsonNode> field :
                    TorchPeer.field(node, "parameters").properties()) {
                own.put(field.getKey(), parameter(field.getKey(), field.getValue(), values));
            }
            JsonNode sources = TorchPeer.field(node, "inputs");
            int[] inputs = new int[sources.size()];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = places.get(sources.get(i).asText());
            }
            places.put(TorchPeer.field(node, "id").asText(), places.size());
            if (inputs.length > 0) {
                steps.add(new Step(inputs, Operations.read(node, own)));
            }
        }
        // What is made from now on belongs to whoever makes it.
        scope.extend();
        scope.close();
    }

    int batchSize() {
        return batchSize;
    }

    /** One step of plain SGD on the batch; its loss, measured before the change. */
    double learn() {
        try (PointerScope passing = new PointerScope()) {
            Tensor[] outputs = outputs(images, true, steps.size() - 1);
            Tensor loss = torch.cross_entropy_loss(outputs[outputs.length - 1], labels);
            loss.backward();
            try (NoGradGuard guard = new NoGradGuard()) {
                for (Tensor parameter : learned) {
                    Tensor gradient = parameter.mutable_grad();
                    parameter.add_(gradient, change);
                    // None instead of zeros: the next step's gradient is taken over, not added.
                    gradient.reset();
                }
            }
            return loss.item_float();
        }
    }

    /** Looks at one image and has the outputs of all nodes at once. */
    int lookAtOne() {
        look(one);
        return 1;
    }

    /** Looks at the whole batch. */
    int lookAtAll() {
        look(images);
        return batchSize;
    }

    /** Class probabilities of every image of the batch, row by row. */
    float[] probabilities() {
        try (PointerScope passing = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            Tensor[] outputs = outputs(images, false, steps.size());
            Tensor last = outputs[outputs.length - 1].contiguous();
            float[] values = new float[(int) last.numel()];
            last.data_ptr_float().get(values);
            return values;
        }
    }

    /** Goes back to the parameters it began with. */
    void reset() {
        try (PointerScope passing = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            for (int i = 0; i < parameters.size(); i++) {
                parameters.get(i).copy_(first.get(i));
            }
        }
    }

    @Override
    public void close() {
        scope.close();
    }

    private void look(Tensor input) {
        try (PointerScope passing = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            outputs(input, false, steps.size());
        }
    }

    /** Outputs of the input and the first {@code count} nodes behind it. */
    private Tensor[] outputs(Tensor input, boolean learning, int count) {
        Tensor[] outputs = new Tensor[count + 1];
        outputs[0] = input;
        for (int i = 0; i < count; i++) {
            Step step = steps.get(i);
            Tensor[] inputs = new Tensor[step.inputs.length];
            for (int j = 0; j < inputs.length; j++) {
                inputs[j] = outputs[step.inputs[j]];
            }
            outputs[i + 1] = step.operation.of(inputs, learning);
        }
        return outputs;
    }

    private Tensor parameter(String name, JsonNode description, float[] values) {
        JsonNode lengths = TorchPeer.field(description, "shape");
        long[] shape = new long[lengths.size()];
        int size = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = lengths.get(i).asLong();
            size *= (int) shape[i];
        }
        int offset = TorchPeer.field(description, "offset").asInt();
        Tensor parameter = Tensor.create(Arrays.copyOfRange(values, offset, offset + size), shape);
        parameters.add(parameter);
        first.add(parameter.clone());
        if (!KEPT_NOT_LEARNED.contains(name)) {
            parameter.set_requires_grad(true);
            learned.add(parameter);
        }
        return parameter;
    }

    private static long[] shape(JsonNode lengths, int batch) {
        long[] shape = new long[lengths.size() + 1];
        shape[0] = batch;
        for (int i = 1; i < shape.length; i++) {
            shape[i] = lengths.get(i - 1).asLong();
        }
        return shape;
    }

    private static float[] floats(JsonNode description, String name) throws IOException {
        ByteBuffer bytes = bytes(description, name);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    private static long[] longs(JsonNode description, String name) throws IOException {
        ByteBuffer bytes = bytes(description, name);
        long[] values = new long[bytes.remaining() / Integer.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getInt();
        }
        return values;
    }

    private static ByteBuffer bytes(JsonNode description, String name) throws IOException {
        Path file = Path.of(TorchPeer.field(description, name).asText());
        return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
