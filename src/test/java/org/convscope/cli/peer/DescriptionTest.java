package org.convscope.cli.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Blueprint BLUEPRINT = Blueprint.draw(
                    "small", Options.of(List.of(), Map.of()), Shape.of(1, 2, 2))
            .then("conv1", new Op.Conv(1, 1, 1, 0))
            .then("bn1", new Op.BatchNorm(1e-5, 0.9))
            .then("act1", new Op.Activation(Nonlinearity.LEAKY_RELU))
            .then("pool1", new Op.Pool(Pooling.AVERAGE, 2, 2, 0))
            .then("logits", new Op.Dense(2))
            .then("softmax", new Op.Softmax())
            .done();

    @TempDir
    private Path folder;

    private static Map<String, Map<String, Tensor>> parameters() {
        Map<String, Map<String, Tensor>> all = new LinkedHashMap<>();
        all.put("input", Map.of());
        all.put("conv1", new TreeMap<>(Map.of("bias", Tensor.of(Shape.of(1), 0.5f))));
        all.get("conv1").put("weight", Tensor.of(Shape.of(1, 1, 1, 1), 2));
        all.put("logits", new TreeMap<>(Map.of("bias", Tensor.of(Shape.of(2), 3, 4))));
        all.get("logits").put("weight", Tensor.of(Shape.of(2, 1), 5, 6));
        return all;
    }

    /** The peer reads these names: whoever renames one must rename it in src/bench/torch. */
    @Test
    void everyOperationIsWrittenAsTheRecordThatItIs() throws IOException {
        JsonNode nodes = Description.json(BLUEPRINT, parameters()).get("nodes");
        assertEquals(7, nodes.size());
        same("{'id':'input','op':'Input','inputs':[],'parameters':{}}", nodes.get(0));
        same(
                "{'id':'conv1','op':'Conv','outputChannels':1,"
                        + "'window':{'vertical':{'kernelSize':1,'stride':1,'padding':0},'horizontal':{'kernelSize':1,'stride':1,'padding':0}},"
                        + "'connections':{'table':[]},'inputs':['input'],"
                        + "'parameters':{'bias':{'offset':0,'shape':[1]},'weight':{'offset':1,'shape':[1,1,1,1]}}}",
                nodes.get(1));
        same(
                "{'id':'bn1','op':'BatchNorm','epsilon':1e-5,'decay':0.9,'inputs':['conv1'],'parameters':{}}",
                nodes.get(2));
        same("{'id':'act1','op':'Activation','kind':'LEAKY_RELU','inputs':['bn1'],'parameters':{}}", nodes.get(3));
        same(
                "{'id':'pool1','op':'Pool','kind':'AVERAGE',"
                        + "'window':{'vertical':{'kernelSize':2,'stride':2,'padding':0},'horizontal':{'kernelSize':2,'stride':2,'padding':0}},'inputs':['act1'],"
                        + "'parameters':{}}",
                nodes.get(4));
        same(
                "{'id':'logits','op':'Dense','units':2,'inputs':['pool1'],"
                        + "'parameters':{'bias':{'offset':2,'shape':[2]},'weight':{'offset':4,'shape':[2,1]}}}",
                nodes.get(5));
        same("{'id':'softmax','op':'Softmax','inputs':['logits'],'parameters':{}}", nodes.get(6));
    }

    @Test
    void theNumbersStandBesideItInTheirOrder() throws IOException {
        Tensor images = Tensor.of(Shape.of(2, 1, 2, 2), 0, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f);
        Path file = new Description(folder).write(BLUEPRINT, parameters(), images, List.of(1, 0), 0.05);
        JsonNode root = JSON.readTree(file.toFile());
        same("[1,2,2]", root.get("input"));
        assertEquals(2, root.get("batch").asInt());
        assertEquals(2, root.get("classes").asInt());
        assertEquals(0.05, root.get("learningRate").asDouble());
        assertArrayEquals(new float[] {0.5f, 2, 3, 4, 5, 6}, floats(root.get("parameters")));
        assertArrayEquals(images.toArray(), floats(root.get("images")));
        assertArrayEquals(
                new byte[] {1, 0, 0, 0, 0, 0, 0, 0},
                Files.readAllBytes(Path.of(root.get("labels").asText())));
    }

    private static void same(String expected, JsonNode actual) throws IOException {
        assertEquals(JSON.readTree(expected.replace('\'', '"')), JSON.readTree(actual.toString()));
    }

    private static float[] floats(JsonNode file) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(Path.of(file.asText()))).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }
}
