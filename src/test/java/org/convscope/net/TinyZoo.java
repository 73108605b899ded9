package org.convscope.net;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;

/** Every architecture in its smallest form: few channels on small images, quick enough for schoolbook loops. */
public final class TinyZoo {

    private static final Map<String, String> SMALL = Map.of("width", "eighth", "stem", "small");

    private TinyZoo() {}

    /** All of the zoo with these choices, where an architecture has them. */
    public static List<Blueprint> all(Map<String, String> wanted) {
        return Zoo.ALL.stream()
                .map(architecture -> draw(architecture, among(architecture, wanted)))
                .toList();
    }

    /** One of them, with ten classes. */
    public static Blueprint draw(Architecture architecture, Map<String, String> wanted) {
        Map<String, String> all = new LinkedHashMap<>(among(architecture, SMALL));
        all.putAll(wanted);
        return architecture.draw(smallest(architecture.id(), all), 10, all);
    }

    private static Shape smallest(String id, Map<String, String> options) {
        int side =
                switch (id) {
                    case "mlp" -> 8;
                    case "vgg" -> 32;
                    case "nin" -> options.get("stem").equals("small") ? 16 : 67;
                    case "googlenet" -> 16;
                        // On smaller images its last batch norms have one cell for each image, and some no variance.
                    case "resnet" -> 48;
                    default -> 28;
                };
        return Shape.of(1, side, side);
    }

    private static Map<String, String> among(Architecture architecture, Map<String, String> wanted) {
        Map<String, String> known = new LinkedHashMap<>(wanted);
        known.keySet()
                .retainAll(architecture.choices().stream().map(Choice::key).toList());
        return known;
    }
}
