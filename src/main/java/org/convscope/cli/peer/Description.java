package org.convscope.cli.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/**
 * A network, its first parameters and a batch as a peer reads them: {@code net.json}, and beside it plain
 * little-endian numbers in {@code parameters.f32}, {@code images.f32} and {@code labels.i32}.
 *
 * <p>An operation is written as what it is, a record: its name and its components. A new one of the
 * blueprint's needs a line in the peer, and none here.
 */
public final class Description {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;

    /** Descriptions in this folder; the next one replaces the one before. */
    public Description(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes one, and returns its file.
     *
     * @param parameters by node id and name
     * @param images {@code [N, C, H, W]}
     * @param labels {@code [N]}
     */
    public Path write(
            Blueprint blueprint,
            Map<String, Map<String, Tensor>> parameters,
            Tensor images,
            List<Integer> labels,
            double learningRate) {
        ObjectNode root = json(blueprint, parameters)
                .put("batch", labels.size())
                .put("learningRate", learningRate)
                .put("images", file("images.f32").toString())
                .put("labels", file("labels.i32").toString())
                .put("parameters", file("parameters.f32").toString());
        try {
            List<Tensor> inOrder = new ArrayList<>();
            parameters.values().forEach(own -> inOrder.addAll(own.values()));
            floats(file("parameters.f32"), inOrder);
            floats(file("images.f32"), List.of(images));
            ByteBuffer bytes = buffer(labels.size());
            labels.forEach(bytes::putInt);
            Files.write(file("labels.i32"), bytes.array());
            Files.write(file("net.json"), MAPPER.writeValueAsBytes(root));
        } catch (IOException failure) {
            throw Problem.of("cli.noTemporary", folder, failure.toString()).asException(failure);
        }
        return file("net.json");
    }

    /**
     * The network alone: input shape, classes, nodes. Parameters say where they begin in the file, counted
     * in numbers.
     */
    static ObjectNode json(Blueprint blueprint, Map<String, Map<String, Tensor>> parameters) {
        ObjectNode root = MAPPER.createObjectNode().put("network", blueprint.toString());
        lengths(root.putArray("input"), blueprint.input());
        root.put("classes", blueprint.classes());
        ArrayNode nodes = root.putArray("nodes");
        int[] offset = {0};
        for (Node node : blueprint.nodes()) {
            ObjectNode written = nodes.addObject().put("id", node.id());
            written.setAll(operation(node.op()));
            ArrayNode inputs = written.putArray("inputs");
            node.inputs().forEach(inputs::add);
            ObjectNode own = written.putObject("parameters");
            parameters.getOrDefault(node.id(), Map.of()).forEach((name, values) -> {
                ObjectNode place = own.putObject(name).put("offset", offset[0]);
                lengths(place.putArray("shape"), values.shape());
                offset[0] += values.size();
            });
        }
        return root;
    }

    private static ObjectNode operation(Op op) {
        ObjectNode written = MAPPER.createObjectNode().put("op", op.getClass().getSimpleName());
        // The shape of the input stands above the nodes.
        return op instanceof Op.Input ? written : written.setAll(MAPPER.<ObjectNode>valueToTree(op));
    }

    private static void lengths(ArrayNode target, Shape shape) {
        for (int length : shape.toArray()) {
            target.add(length);
        }
    }

    private static void floats(Path file, List<Tensor> tensors) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (Tensor tensor : tensors) {
                ByteBuffer bytes = buffer(tensor.size());
                bytes.asFloatBuffer().put(tensor.toArray());
                out.write(bytes.array());
            }
        }
    }

    private static ByteBuffer buffer(int numbers) {
        return ByteBuffer.allocate(Math.multiplyExact(numbers, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Path file(String name) {
        return folder.resolve(name).toAbsolutePath();
    }
}
