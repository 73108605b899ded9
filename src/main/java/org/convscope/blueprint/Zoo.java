package org.convscope.blueprint;

import java.util.List;
import java.util.stream.Collectors;
import org.convscope.blueprint.zoo.GoogLeNet;
import org.convscope.blueprint.zoo.LeNet;
import org.convscope.blueprint.zoo.Mlp;
import org.convscope.blueprint.zoo.Nin;
import org.convscope.blueprint.zoo.ResNet;
import org.convscope.blueprint.zoo.Vgg;
import org.convscope.problem.Problem;

/** The catalogue of architectures. */
public final class Zoo {

    /** Every architecture a person can choose; a new run begins with the first. */
    public static final List<Architecture> ALL =
            List.of(new LeNet(), new Mlp(), new Vgg(), new Nin(), new GoogLeNet(), new ResNet());

    private Zoo() {}

    /** The architecture of this id; a Problem that lists the ids if there is none. */
    public static Architecture byId(String id) {
        return ALL.stream()
                .filter(architecture -> architecture.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                "blueprint.noNetwork",
                                id,
                                ALL.stream().map(Architecture::id).collect(Collectors.joining(", ")))
                        .asException());
    }
}
