package org.convscope.foreign;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convscope.foreign.hdf5.Hdf5File;
import org.convscope.foreign.hdf5.Hdf5Object;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;

/** A whole model in Keras' HDF5 form: its description as an attribute, its weights as arrays. */
final class KerasFile {

    private static final String DESCRIPTION = "model_config";

    private KerasFile() {}

    static ForeignModel open(Path path) {
        try (Hdf5File file = new Hdf5File(path)) {
            if (!file.root().hasAttribute(DESCRIPTION)) {
                throw Problem.of("foreign.onlyWeights", path, DESCRIPTION).asException();
            }
            byte[] text = file.root().texts(DESCRIPTION).get(0).getBytes(StandardCharsets.UTF_8);
            if (text.length > Json.MOST_BYTES) {
                throw Problem.of("foreign.tooLong", path, DESCRIPTION, Json.MOST_BYTES)
                        .asException();
            }
            WeightBook book = new Groups(path.toString(), file.root().member("model_weights"));
            return new KerasModel(path, Json.read(path.toString(), text), book).draw("Keras");
        }
    }

    /** A group for each layer, whose attribute lists the paths of its arrays. */
    private static final class Groups implements WeightBook {

        private final String file;
        private final Hdf5Object weights;
        private final Map<String, Map<String, Hdf5Object>> found = new HashMap<>();

        Groups(String file, Hdf5Object weights) {
            this.file = file;
            this.weights = weights;
        }

        @Override
        public float[] read(String layer, String weight, Shape shape) {
            Hdf5Object array = found.computeIfAbsent(layer, this::arrays).get(weight);
            if (array == null) {
                throw Problem.of("foreign.noWeight", file, layer, weight).asException();
            }
            return Finite.check(layer + "/" + weight, array.floats(layer + "/" + weight, shape));
        }

        private Map<String, Hdf5Object> arrays(String layer) {
            Map<String, Hdf5Object> arrays = new HashMap<>();
            if (weights.has(layer)) {
                Hdf5Object group = weights.member(layer);
                List<String> paths = group.texts("weight_names");
                paths.forEach(path -> arrays.put(WeightName.last(path), group.at(path)));
            }
            return arrays;
        }
    }
}
