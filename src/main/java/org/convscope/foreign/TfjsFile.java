package org.convscope.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.convscope.foreign.hdf5.HalfFloat;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Shape;

/**
 * A layers model of TensorFlow.js: {@code model.json} describes the layers as Keras does and lists the weights, whose
 * bytes stand one after the other in files beside it. A name of such a file is a name and never a path.
 */
final class TfjsFile implements WeightBook {

    private static final int MOST_WEIGHTS = 1 << 14;
    private static final int MOST_SHARDS = 1 << 12;
    private static final int MOST_AXES = 8;
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. ()-]{0,199}");

    private final Path path;
    private final Map<String, Weight> weights = new HashMap<>();

    private TfjsFile(Path path) {
        this.path = path;
    }

    static ForeignModel open(Path path) {
        JsonNode json = Json.read(path.toString(), ReadFile.whole(path, Json.MOST_BYTES));
        JsonNode topology = json.path("modelTopology");
        if (!topology.isObject() || json.path("format").asText("layers-model").equals("graph-model")) {
            throw Problem.of("foreign.noLayers", path, json.path("format").asText("–"))
                    .asException();
        }
        TfjsFile file = new TfjsFile(path);
        file.list(json.path("weightsManifest"));
        JsonNode model = topology.has("model_config") ? topology.path("model_config") : topology;
        return new KerasModel(path, model, file).draw("TensorFlow.js");
    }

    /** Where the bytes of a weight begin, counted through all files of its group. */
    private record Weight(List<Path> shards, long from, long length, List<Long> axes, JsonNode spec) {}

    @Override
    public float[] read(String layer, String name, Shape shape) {
        String what = layer + "/" + name;
        Weight weight = weights.get(what);
        if (weight == null) {
            throw Problem.of("foreign.noWeight", path, layer, name).asException();
        }
        int[] wanted = shape.toArray();
        boolean fits = wanted.length == weight.axes.size();
        for (int axis = 0; fits && axis < wanted.length; axis++) {
            fits = weight.axes.get(axis) == wanted[axis];
        }
        if (!fits) {
            throw Problem.of("foreign.shape", what, weight.axes, shape).asException();
        }
        return Finite.check(what, values(weight, shape.size()));
    }

    private void list(JsonNode manifest) {
        if (!manifest.isArray()) {
            throw wrong("weightsManifest", manifest);
        }
        for (JsonNode group : manifest) {
            List<Path> shards = new ArrayList<>();
            group.path("paths").forEach(name -> shards.add(shard(name)));
            if (shards.size() > MOST_SHARDS) {
                throw wrong("paths", group.path("paths"));
            }
            long from = 0;
            for (JsonNode spec : group.path("weights")) {
                Weight weight = weight(shards, from, spec);
                from += weight.length;
                String name = spec.path("name").asText();
                String key = WeightName.layer(name) + "/" + WeightName.last(name);
                if (weights.put(key, weight) != null || weights.size() > MOST_WEIGHTS) {
                    throw wrong("weights", spec.path("name"));
                }
            }
        }
    }

    private Weight weight(List<Path> shards, long from, JsonNode spec) {
        List<Long> axes = new ArrayList<>();
        long count = 1;
        for (JsonNode length : spec.path("shape")) {
            long value = length.isNumber() ? length.asLong() : -1;
            // In this order, the product cannot overflow.
            if (value < 1
                    || value > Integer.MAX_VALUE
                    || axes.size() >= MOST_AXES
                    || count * value > Integer.MAX_VALUE) {
                throw wrong("shape", spec.path("shape"));
            }
            count *= value;
            axes.add(value);
        }
        return new Weight(List.copyOf(shards), from, count * bytesEach(spec), axes, spec);
    }

    private Path shard(JsonNode name) {
        Path shard = null;
        if (name.isTextual() && PLAIN_NAME.matcher(name.textValue()).matches()) {
            shard = path.resolveSibling(name.textValue());
        }
        // Not even a link may lead out of the folder.
        if (shard == null) {
            throw Problem.of("foreign.shardName", path, Settings.quote(name)).asException();
        }
        if (!Files.isRegularFile(shard, LinkOption.NOFOLLOW_LINKS)) {
            throw Problem.of("foreign.noShard", path, shard.getFileName()).asException();
        }
        return shard;
    }

    private int bytesEach(JsonNode spec) {
        String type = spec.path("quantization")
                .path("dtype")
                .asText(spec.path("dtype").asText("–"));
        return switch (type) {
            case "float32", "int32" -> 4;
            case "float16", "uint16" -> 2;
            case "uint8", "bool" -> 1;
            default -> throw wrong("dtype", spec);
        };
    }

    private float[] values(Weight weight, int count) {
        ByteBuffer bytes = bytes(weight);
        JsonNode quantization = weight.spec.path("quantization");
        String type =
                quantization.path("dtype").asText(weight.spec.path("dtype").asText());
        float scale = (float) quantization.path("scale").asDouble(1);
        float least = (float) quantization.path("min").asDouble(0);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (type) {
                case "float32" -> bytes.getFloat();
                case "float16" -> HalfFloat.value(bytes.getShort());
                case "uint16" -> (bytes.getShort() & 0xFFFF) * scale + least;
                case "uint8" -> (bytes.get() & 0xFF) * scale + least;
                default -> throw wrong("dtype", weight.spec.path("dtype"));
            };
        }
        return values;
    }

    /** The bytes of a weight, which may begin in one file and end in another. */
    private ByteBuffer bytes(Weight weight) {
        long from = weight.from;
        long there = 0;
        try {
            for (Path shard : weight.shards) {
                there += Files.size(shard);
            }
            if (weight.length > Integer.MAX_VALUE - 8 || from + weight.length > there) {
                throw Problem.of("foreign.shortShards", path, there, from + weight.length)
                        .asException();
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) weight.length).order(ByteOrder.LITTLE_ENDIAN);
            for (Path shard : weight.shards) {
                long size = Files.size(shard);
                if (from < size && bytes.hasRemaining()) {
                    fill(bytes, shard, from, size);
                    from = size;
                }
                from -= size;
            }
            if (bytes.hasRemaining()) {
                throw Problem.of("foreign.shortShards", path, there, weight.from + weight.length)
                        .asException();
            }
            return bytes.flip();
        } catch (IOException failure) {
            throw ReadFile.unreadable(path, failure);
        }
    }

    private static void fill(ByteBuffer bytes, Path shard, long from, long size) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(shard).position(from)) {
            int whole = bytes.limit();
            bytes.limit((int) Math.min(whole, bytes.position() + size - from));
            int read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = channel.read(bytes);
            }
            bytes.limit(whole);
        }
    }

    private ProblemException wrong(String name, JsonNode found) {
        return Problem.of("foreign.setting", path, name, Settings.quote(found)).asException();
    }
}
