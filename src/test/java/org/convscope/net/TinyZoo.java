package org.convscope.net;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Size;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;

/** The zoo in its smallest form: few channels on small images, quick enough for schoolbook loops. */
public final class TinyZoo {

    /** Drawn as a shallower one is, with more of the same. */
    private static final Set<String> MORE_OF_THE_SAME =
            Set.of("vgg13", "vgg16", "vgg19", "resnet34", "plain34", "plain20");

    /** Every way of drawing that the zoo has, once; a mini is its book form with other standards. */
    public static final List<Architecture> KINDS = Zoo.ALL.stream()
            .filter(architecture -> architecture.size() != Size.MINI)
            .filter(architecture -> !MORE_OF_THE_SAME.contains(architecture.id()))
            .toList();

    private static final Map<String, String> SMALL = Map.of("width", "eighth", "stem", "small", "units", "32");

    private TinyZoo() {}

    /** Every way of drawing with these choices, where an architecture has them. */
    public static List<Blueprint> all(Map<String, String> wanted) {
        return KINDS.stream()
                .map(architecture -> draw(architecture, among(architecture, wanted)))
                .toList();
    }

    /** One of them, with ten classes. */
    public static Blueprint draw(Architecture architecture, Map<String, String> wanted) {
        Map<String, String> all = new LinkedHashMap<>(small(architecture));
        all.putAll(wanted);
        return architecture.draw(smallest(architecture.id(), all), 10, all);
    }

    /** What makes it small, apart from the image. The LeNets are small, and would be no more than a channel wide. */
    public static Map<String, String> small(Architecture architecture) {
        return architecture.id().startsWith("lenet") ? Map.of() : among(architecture, SMALL);
    }

    /**
     * Whether nothing depends on a node's bias, because batch norms alone read it, themselves or behind what shifts as
     * their input does. What is found of its gradient is rounding.
     */
    public static boolean isBiasTakenAway(Blueprint blueprint, String node) {
        return blueprint.targets(node).stream()
                .allMatch(target -> target.op() instanceof Op.BatchNorm
                        || (target.op() instanceof Op.Concat || target.op() instanceof Op.Pool)
                                && isBiasTakenAway(blueprint, target.id()));
    }

    private static Shape smallest(String id, Map<String, String> options) {
        boolean hasPapersStem = "paper".equals(options.get("stem"));
        int side =
                switch (id) {
                    case "mlp" -> 8;
                    case "alexnet", "alexnet-2012" -> hasPapersStem ? 65 : 16;
                    case "nin" -> hasPapersStem ? 67 : 16;
                    case "googlenet" -> "yes".equals(options.get("batch-norm")) ? 32 : 16;
                    case "resnet20", "tiny-vgg" -> 16;
                    case "vgg11", "lenet-1998", "lenet-1d" -> 32;
                        // On smaller images the last batch norms have one cell for each image, and some no variance.
                    case "googlenet-bn", "resnet18", "resnet50", "plain18", "densenet" -> hasPapersStem ? 48 : 32;
                    default -> 28;
                };
        return id.equals("lenet-1d") ? Shape.of(1, 1, side) : Shape.of(1, side, side);
    }

    private static Map<String, String> among(Architecture architecture, Map<String, String> wanted) {
        Map<String, String> known = new LinkedHashMap<>(wanted);
        known.keySet()
                .retainAll(architecture.choices().stream().map(Choice::key).toList());
        return known;
    }
}
