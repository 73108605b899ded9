package org.convscope.ui.runs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Zoo;
import org.convscope.data.DatasetCard;
import org.convscope.data.DatasetSource;
import org.convscope.data.Datasets;
import org.convscope.frame.Numbers;
import org.convscope.run.RunCard;
import org.convscope.run.Standing;
import org.convscope.spec.Augmentation;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Preparation;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.ui.kit.Amounts;
import org.convscope.ui.kit.Texts;

/** What a run is and how it fared, in the reader's language. */
final class RunWords {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String BETWEEN = " · ";

    private RunWords() {}

    /** {@code LeNet · ReLU · pooling: maximum · Adam}: the network, its activation, and what else is not as usual. */
    static String network(Scenario made) {
        Optional<Architecture> known = Zoo.ALL.stream()
                .filter(architecture -> architecture.id().equals(made.network()))
                .findFirst();
        if (known.isEmpty()) {
            return made.network();
        }
        List<String> words = new ArrayList<>(List.of(known.get().title()));
        Map<String, String> options = made.options();
        for (Choice choice : known.get().choices()) {
            String value = options.getOrDefault(choice.key(), choice.standard());
            if (choice.key().equals("activation") || !value.equals(choice.standard())) {
                words.add(option(choice.key(), value));
            }
        }
        TrainingPlan plan = made.plan();
        if (!plan.optimizer().equals(new Optimizer.Sgd())) {
            words.add(optimizer(plan));
        }
        if (!usualRate(made).stream().allMatch(rate -> rate == plan.learningRate())) {
            words.add(Texts.get("runs.rate", Numbers.text(plan.learningRate())));
        }
        return String.join(BETWEEN, words);
    }

    private static OptionalDouble usualRate(Scenario made) {
        String activation = made.options().getOrDefault("activation", "");
        return Arrays.stream(Nonlinearity.values())
                .filter(kind -> kind.id().equals(activation))
                .mapToDouble(TrainingPlan::rateOfTheCourse)
                .findFirst();
    }

    private static String optimizer(TrainingPlan plan) {
        return Texts.get("dock.optimizer." + plan.optimizer().id());
    }

    /** What the data are called: a dataset of the catalogue by its title, a person's own by its file. */
    static String data(Scenario made) {
        return Datasets.ALL.stream()
                .map(DatasetSource::card)
                .filter(card -> card.id().equals(made.data()))
                .map(DatasetCard::title)
                .findFirst()
                .orElseGet(() -> made.data().replaceFirst("^.*[/\\\\](?=.)", ""));
    }

    private static String option(String key, String value) {
        String name = Texts.get("dock.choice." + key);
        return switch (value) {
            case "yes" -> name;
            case "no" -> Texts.get("runs.without", name);
            default -> key.equals("activation")
                    ? Texts.get("kit.value." + value)
                    : Texts.get("runs.option", name, value.matches("\\d+") ? value : Texts.get("kit.value." + value));
        };
    }

    /** How it stands, and who has it. */
    static String state(RunFacts run) {
        if (run.entry().problem().isPresent()) {
            boolean isNewer = run.entry().problem().get().code().equals("run.newerFormat");
            return Texts.get(isNewer ? "runs.state.newer" : "runs.state.damaged");
        }
        if (run.isCutOff()) {
            return Texts.get("runs.state.cutOff");
        }
        String state = run.standing().map(now -> now.state().name()).orElseThrow();
        String words = Texts.get("runs.state." + state);
        return switch (run.hand()) {
            case HERE -> Texts.get("runs.state.here", words);
            case OTHERS -> Texts.get("runs.state.others", words);
            case NOBODY -> words;
        };
    }

    /** Why not everything can be done with it; empty where everything can. */
    static String why(RunFacts run, boolean isInTrash) {
        if (isInTrash) {
            return Texts.get("runs.why.trash");
        }
        return switch (run.hand()) {
            case HERE -> Texts.get("runs.why.here");
            case OTHERS -> Texts.get("runs.why.others");
            case NOBODY -> run.isCutOff() ? Texts.get("runs.why.cutOff") : "";
        };
    }

    /** {@code 3 / 10}. */
    static String epochs(RunFacts run) {
        return run.card()
                .map(card ->
                        card.standing().epoch() + " / " + card.scenario().plan().epochs())
                .orElse(Numbers.UNKNOWN);
    }

    static String step(RunFacts run) {
        return run.step() < 0 ? Numbers.UNKNOWN : Numbers.count(run.step());
    }

    /** {@code 2026-11-26 04:28}, where the reader is. */
    static String when(Instant moment) {
        return moment.equals(Instant.EPOCH) ? Numbers.UNKNOWN : MINUTE.format(moment.atZone(ZoneId.systemDefault()));
    }

    /** How it learns, one thing a line: optimizer, rate, batch, epochs, images, seed. */
    static List<String> plan(RunCard card) {
        TrainingPlan plan = card.scenario().plan();
        List<String> lines = new ArrayList<>();
        lines.add(Texts.get(
                "runs.plan.learns", optimizer(plan), Numbers.text(plan.learningRate()), schedule(plan.schedule())));
        lines.add(Texts.get(
                "runs.plan.batches",
                plan.batchSize(),
                plan.epochs(),
                Numbers.count(plan.images(card.trainImages())),
                plan.seed()));
        String prepared = preparation(card.scenario().preparation());
        if (!prepared.isEmpty()) {
            lines.add(prepared);
        }
        return lines;
    }

    private static String schedule(Schedule schedule) {
        String kind = Texts.get("dock.schedule." + schedule.text().replaceFirst(":.*", ""));
        return schedule instanceof Schedule.Step step
                ? Texts.get("runs.plan.steps", kind, step.decay(), step.epochs())
                : kind;
    }

    private static String preparation(Preparation preparation) {
        List<String> words = new ArrayList<>();
        preparation.size().ifPresent(size -> words.add(Texts.get("runs.plan.size", size)));
        if (preparation.normalise()) {
            words.add(Texts.get("dock.wish.normalise"));
        }
        for (Augmentation kind : Augmentation.values()) {
            if (preparation.augment().contains(kind)) {
                words.add(Texts.get("dock.wish." + kind.id()));
            }
        }
        return String.join(BETWEEN, words);
    }

    /** How it went so far: losses and accuracies, and when. */
    static List<String> course(Standing now) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.get("runs.course.train", Numbers.text(now.trainLoss()), Numbers.percent(now.trainAccuracy())));
        lines.add(Texts.get("runs.course.test", Numbers.text(now.testLoss()), Numbers.percent(now.testAccuracy())));
        String began = when(now.started());
        lines.add(now.ended()
                .map(end -> Texts.get(
                        "runs.course.ended",
                        began,
                        Amounts.duration(end.getEpochSecond() - now.started().getEpochSecond())))
                .orElseGet(() -> Texts.get("runs.course.began", began)));
        return lines;
    }
}
