package org.convscope.ui.dock;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Zoo;
import org.convscope.data.DatasetCard;
import org.convscope.data.Datasets;
import org.convscope.data.fetch.Fetch;
import org.convscope.spec.Augmentation;
import org.convscope.spec.Fit;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Preparation;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.workbench.OpenRun;

/** What a person fills in for a new run; every change is checked at once. */
public final class NewRunModel {

    private final ExploreModel explore;
    private final ObservableList<DatasetCard> datasets;
    private final Function<DatasetCard, Optional<Fetch>> fetches;
    private final ObjectProperty<Architecture> architecture = new SimpleObjectProperty<>();
    private final ObjectProperty<DatasetCard> dataset = new SimpleObjectProperty<>();
    private final Map<String, StringProperty> options = new LinkedHashMap<>();
    private final ObjectProperty<Optimizer> optimizer = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<Fit>> fit = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty normalise = new SimpleBooleanProperty();
    private final Map<Augmentation, BooleanProperty> augment = new EnumMap<>(Augmentation.class);
    private final Map<NewRunField, StringProperty> typed = new EnumMap<>(NewRunField.class);
    private final ReadOnlyObjectWrapper<NewRunCheck> check = new ReadOnlyObjectWrapper<>();
    private int limit;
    private double labelNoise;
    private String standardRate = "";
    private boolean filling;

    /** A form for a run on one of these datasets, filled in with the course's recipe for the first. */
    public NewRunModel(ExploreModel explore, List<DatasetCard> datasets) {
        this(explore, datasets, Datasets::fetch);
    }

    /** The same; {@code fetches} says of a dataset how it is brought, if it can be missing. */
    NewRunModel(ExploreModel explore, List<DatasetCard> datasets, Function<DatasetCard, Optional<Fetch>> fetches) {
        this.explore = explore;
        this.fetches = fetches;
        this.datasets = FXCollections.observableArrayList(datasets);
        for (NewRunField field : NewRunField.values()) {
            typed.put(field, new SimpleStringProperty(""));
        }
        for (Augmentation kind : Augmentation.values()) {
            BooleanProperty chosen = new SimpleBooleanProperty();
            chosen.addListener(changed -> check());
            augment.put(kind, chosen);
        }
        fit.addListener(changed -> check());
        normalise.addListener(changed -> check());
        architecture.addListener(changed -> offerChoices());
        optimizer.addListener(changed -> followStandardRate());
        typed.values().forEach(text -> text.addListener(changed -> check()));
        dataset.addListener(changed -> check());
        fill(RecipeOfTheCourse.on(datasets.get(0).id()));
    }

    /** Fills in what the open run was made of, to begin another like it. */
    public void fillFromOpenRun() {
        OpenRun run = explore.runProperty().get();
        if (run != null && isOurs(run)) {
            DatasetCard card = run.dataset().card();
            offer(card);
            fill(run.scenario());
            dataset.set(card);
        }
    }

    // A network that another program saved is no recipe for another like it.
    private static boolean isOurs(OpenRun run) {
        return Zoo.ALL.stream()
                .anyMatch(network -> network.id().equals(run.scenario().network()));
    }

    /** Offers another dataset, and chooses it. */
    public void choose(DatasetCard card) {
        offer(card);
        put(NewRunField.INPUT, "");
        dataset.set(card);
    }

    /** Fills in what another run was made of. */
    public void fill(Scenario example) {
        filling = true;
        dataset.set(datasets.stream()
                .filter(card -> card.id().equals(example.data()))
                .findFirst()
                .orElse(datasets.get(0)));
        architecture.set(Zoo.byId(example.network()));
        options.forEach((key, value) ->
                value.set(example.options().getOrDefault(key, choice(key).standard())));
        TrainingPlan plan = example.plan();
        optimizer.set(plan.optimizer());
        put(NewRunField.LEARNING_RATE, text(plan.learningRate()));
        fill(plan.schedule());
        put(NewRunField.BATCH, String.valueOf(plan.batchSize()));
        put(NewRunField.EPOCHS, String.valueOf(plan.epochs()));
        put(NewRunField.SEED, String.valueOf(plan.seed()));
        fill(example.preparation());
        limit = plan.limit();
        labelNoise = plan.labelNoise();
        standardRate = standardRate();
        filling = false;
        check();
    }

    /** Fills in the open run with a tenth of its learning rate: what to try after it diverged. */
    public void fillGentler() {
        fillFromOpenRun();
        BigDecimal rate = new BigDecimal(typed.get(NewRunField.LEARNING_RATE).get());
        put(
                NewRunField.LEARNING_RATE,
                rate.movePointLeft(1).stripTrailingZeros().toPlainString());
    }

    /** Begins the run in the place of what is open, if all of it can be. */
    public void begin() {
        check.get().scenario().map(this::withWrongLabels).ifPresent(explore::begin);
    }

    // The form has no field for it; a run like another one has it, too.
    private Scenario withWrongLabels(Scenario typed) {
        return new Scenario(
                typed.data(),
                typed.network(),
                typed.options(),
                typed.plan().withLabelNoise(labelNoise),
                typed.preparation());
    }

    /** The network; another one brings choices of its own, each at its standard. */
    ObjectProperty<Architecture> architectureProperty() {
        return architecture;
    }

    /** What may be learned from; a person's own folder is among them once it is open. */
    ObservableList<DatasetCard> datasets() {
        return datasets;
    }

    ObjectProperty<DatasetCard> datasetProperty() {
        return dataset;
    }

    /** The value of one of the choices that the architecture has now. */
    StringProperty optionProperty(String key) {
        return options.get(key);
    }

    ObjectProperty<Optimizer> optimizerProperty() {
        return optimizer;
    }

    /** What stands in a field. */
    StringProperty textProperty(NewRunField field) {
        return typed.get(field);
    }

    /** What became of the last change. */
    ReadOnlyObjectProperty<NewRunCheck> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** Whether a heading stands above an architecture in the list of all. */
    static boolean isFirstOfItsSize(Architecture architecture) {
        int at = Zoo.ALL.indexOf(architecture);
        return at == 0 || Zoo.ALL.get(at - 1).size() != architecture.size();
    }

    /** How images of another size are made to fit; empty for what is usual. */
    ObjectProperty<Optional<Fit>> fitProperty() {
        return fit;
    }

    BooleanProperty normaliseProperty() {
        return normalise;
    }

    /** Whether images to learn from are varied in this way. */
    BooleanProperty augmentProperty(Augmentation kind) {
        return augment.get(kind);
    }

    private void offer(DatasetCard card) {
        if (!datasets.contains(card)) {
            datasets.add(card);
        }
    }

    // What the network needs anyway is not written down: with another network it would be something else.
    private void fill(Preparation preparation) {
        DatasetCard card = dataset.get();
        Preparation standard = Preparation.standard(
                architecture.get(), chosen(), card.shape(), card.classes().size());
        boolean isStandard = preparation.size().equals(standard.size());
        put(
                NewRunField.INPUT,
                isStandard
                        ? ""
                        : preparation.size().orElse(card.shape()).toString().replace('\u00D7', 'x'));
        fit.set(preparation
                .size()
                .filter(size -> preparation.fit() != Preparation.usualFit(card.shape(), size))
                .map(size -> preparation.fit()));
        normalise.set(preparation.normalise());
        augment.forEach((kind, wish) -> wish.set(preparation.augment().contains(kind)));
    }

    private Showing showing() {
        Set<Augmentation> kinds = EnumSet.noneOf(Augmentation.class);
        augment.forEach((kind, wish) -> {
            if (wish.get()) {
                kinds.add(kind);
            }
        });
        return new Showing(fit.get() == null ? Optional.empty() : fit.get(), normalise.get(), kinds);
    }

    private void offerChoices() {
        options.clear();
        for (Choice choice : architecture.get().choices()) {
            StringProperty option = new SimpleStringProperty(choice.standard());
            option.addListener(changed -> followStandardRate());
            options.put(choice.key(), option);
        }
        followStandardRate();
    }

    private void fill(Schedule schedule) {
        Schedule.Step step = schedule instanceof Schedule.Step chosen ? chosen : (Schedule.Step) Schedule.parse("step");
        put(NewRunField.SCHEDULE, schedule.text().replaceFirst(":.*", ""));
        put(NewRunField.STEP_EPOCHS, String.valueOf(step.epochs()));
        put(NewRunField.STEP_DECAY, text(step.decay()));
    }

    private void put(NewRunField field, String text) {
        typed.get(field).set(text);
    }

    private Choice choice(String key) {
        return architecture.get().choices().stream()
                .filter(choice -> choice.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> chosen() {
        Map<String, String> chosen = new LinkedHashMap<>();
        options.forEach((key, value) -> {
            if (!value.get().equals(choice(key).standard())) {
                chosen.put(key, value.get());
            }
        });
        return chosen;
    }

    // Until the person types another rate, it is the usual one for activation and optimizer.
    private void followStandardRate() {
        if (!filling) {
            String before = standardRate;
            standardRate = standardRate();
            if (typed.get(NewRunField.LEARNING_RATE).get().equals(before)) {
                put(NewRunField.LEARNING_RATE, standardRate);
            }
            check();
        }
    }

    private String standardRate() {
        return text(RecipeOfTheCourse.rate(Options.of(architecture.get().choices(), chosen()), optimizer.get()));
    }

    /** The chosen dataset, and how it is brought. */
    Material material() {
        return new Material(dataset.get(), fetches.apply(dataset.get()));
    }

    /** Looks at everything that is filled in; again, where what was missing has come. */
    void check() {
        if (!filling) {
            Map<NewRunField, String> texts = new EnumMap<>(NewRunField.class);
            typed.forEach((field, text) -> texts.put(field, text.get()));
            check.set(new NewRunCheck(
                    material(), architecture.get(), chosen(), optimizer.get(), showing(), texts, limit));
        }
    }

    /** A number as a person types it: {@code 0.9}, and {@code 1} for 1.0. */
    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e6
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }
}
