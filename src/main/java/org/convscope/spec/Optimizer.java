package org.convscope.spec;

import java.util.List;
import java.util.Locale;
import org.convscope.problem.Problem;

/** How a gradient becomes a change of the weights; the learning rate scales all of them alike. */
public sealed interface Optimizer {

    /** As a person types it. */
    String id();

    /** Δw = −rate·g. */
    record Sgd() implements Optimizer {
        @Override
        public String id() {
            return "sgd";
        }
    }

    /**
     * Nesterov's momentum in the form of Sutskever et al., 2013, with the rate outside: v ← µ·v + g, Δw
     * = −rate·(g + µ·v).
     *
     * @param momentum µ, from 0 to below 1
     */
    record Nesterov(double momentum) implements Optimizer {
        /** µ when none is chosen. */
        public static final double STANDARD_MOMENTUM = 0.9;

        public Nesterov {
            if (!(momentum >= 0 && momentum < 1)) {
                throw Problem.of("spec.momentum", momentum).asException();
            }
        }

        @Override
        public String id() {
            return "nesterov";
        }
    }

    /**
     * Adam; Kingma and Ba, 2015.
     *
     * @param beta1 decay of the mean of gradients
     * @param beta2 decay of the mean of their squares
     * @param epsilon keeps the division finite
     */
    record Adam(double beta1, double beta2, double epsilon) implements Optimizer {
        @Override
        public String id() {
            return "adam";
        }
    }

    /** Every optimizer with its usual constants, in the order of the course. */
    List<Optimizer> ALL = List.of(new Sgd(), new Nesterov(Nesterov.STANDARD_MOMENTUM), new Adam(0.9, 0.999, 1e-8));

    /** The optimizer of this id with its usual constants; a Problem that lists the ids if there is none. */
    static Optimizer byId(String id) {
        return ALL.stream()
                .filter(optimizer -> optimizer.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                "spec.optimizer",
                                id,
                                String.join(
                                        ", ", ALL.stream().map(Optimizer::id).toList()))
                        .asException());
    }
}
