package org.convscope.workbench;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;

/**
 * What a race is about: a network and a batch.
 *
 * @param network id of an architecture
 * @param options choices for it; the standard for the others
 * @param input shape of one image
 * @param batchSize images of a batch
 */
public record Contest(String network, Map<String, String> options, Shape input, int batchSize) {

    private static final int CLASSES = 10;
    /** How architectures say that they are drawn without something. */
    private static final Set<String> NONE = Set.of("no", "off", "none", "0", "0.0");

    private static final Shape SMALL = Shape.of(1, 28, 28);
    private static final Shape LARGE = Shape.of(1, 32, 32);
    /** Floating point operations of a multiply-add. */
    private static final long OPERATIONS = 2;

    /** The races there are, small networks first; some may be of networks that the zoo does not have yet. */
    private static final List<Contest> ALL = List.of(
            new Contest("lenet", Map.of("activation", "sigmoid"), SMALL, 64),
            new Contest("lenet", Map.of("activation", "sigmoid"), SMALL, 256),
            new Contest("lenet", Map.of("activation", "relu"), SMALL, 64),
            new Contest("lenet", Map.of("activation", "relu"), SMALL, 256),
            new Contest("mlp", Map.of(), SMALL, 256),
            new Contest("vgg11", Map.of("width", "eighth", "units", "512"), LARGE, 64),
            new Contest("nin", Map.of("width", "quarter", "stem", "small"), LARGE, 64),
            new Contest("googlenet", Map.of("width", "quarter"), LARGE, 64),
            new Contest("resnet18", Map.of("width", "quarter"), LARGE, 64));

    public Contest {
        options = Map.copyOf(options);
    }

    /** The races of the networks that the zoo has, with these choices. */
    public static List<Contest> all() {
        return ALL.stream().filter(Contest::isPossible).toList();
    }

    /** The races of one network; a Problem that lists the networks if the zoo does not have it. */
    public static List<Contest> of(String network) {
        Architecture architecture = Zoo.byId(network);
        List<Contest> known = all().stream()
                .filter(contest -> contest.network.equals(network))
                .toList();
        return known.isEmpty() ? List.of(new Contest(network, Map.of(), architecture.standardInput(), 64)) : known;
    }

    /**
     * The same without dropout, which two racers never draw alike; empty if the network cannot do without.
     */
    public Optional<Contest> withoutDropout() {
        boolean drops =
                blueprint().nodes().stream().anyMatch(node -> node.op().name().equals("dropout"));
        if (!drops) {
            return Optional.of(this);
        }
        return Zoo.byId(network).choices().stream()
                .filter(choice -> choice.key().equals("dropout"))
                .flatMap(choice -> choice.values().stream())
                .filter(NONE::contains)
                .map(none -> {
                    Map<String, String> without = new TreeMap<>(options);
                    without.put("dropout", none);
                    return new Contest(network, without, input, batchSize);
                })
                .findFirst();
    }

    /** The same network with batches of another size. */
    public Contest withBatch(int size) {
        return new Contest(network, options, input, size);
    }

    /** Whether the network normalises its batches. */
    public boolean hasBatchNorm() {
        return blueprint().nodes().stream().anyMatch(node -> node.op() instanceof Op.BatchNorm);
    }

    /** The network's drawing. */
    public Blueprint blueprint() {
        return Zoo.byId(network).draw(input, CLASSES, options);
    }

    /**
     * Floating point operations of learning one image: two for every multiply-add, once forward, once for
     * the weights' gradient and once for the inputs' gradient, which nobody needs where only the image is
     * below. LeNet: 2,263,920.
     */
    public long trainingOperations() {
        Set<String> learning = new HashSet<>();
        long macs = 0;
        for (Census.Row row : Census.of(blueprint()).rows()) {
            boolean below = row.node().inputs().stream().anyMatch(learning::contains);
            macs += (below ? 3 : 2) * row.macs();
            if (below || row.parameters().total() > 0) {
                learning.add(row.node().id());
            }
        }
        return OPERATIONS * macs;
    }

    /** As a person reads it: {@code lenet activation=relu}; only the choices that were made. */
    public String title() {
        StringBuilder title = new StringBuilder(network);
        options.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(choice -> title.append(' ')
                .append(choice.getKey().equals("activation") ? "" : choice.getKey() + "=")
                .append(choice.getValue()));
        return title.toString();
    }

    private boolean isPossible() {
        return Zoo.ALL.stream()
                .filter(architecture -> architecture.id().equals(network))
                .anyMatch(architecture -> options.entrySet().stream()
                        .allMatch(wish -> architecture.choices().stream().anyMatch(choice -> allows(choice, wish))));
    }

    private static boolean allows(Choice choice, Map.Entry<String, String> wish) {
        return choice.key().equals(wish.getKey()) && choice.values().contains(wish.getValue());
    }
}
