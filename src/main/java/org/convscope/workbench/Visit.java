package org.convscope.workbench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscope.data.Dataset;
import org.convscope.data.DatasetCard;
import org.convscope.data.DatasetSource;
import org.convscope.data.Datasets;
import org.convscope.foreign.ForeignModel;
import org.convscope.foreign.ForeignModels;
import org.convscope.run.RunStore;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Preparation;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Shape;
import org.convscope.train.Beginning;

/** The opening of a network that another program saved. Nobody knows the images that it learned from, so it is lent some. */
final class Visit {

    // A run has a plan; that of a network which is only looked at is never followed.
    private static final TrainingPlan TO_LOOK_AT =
            new TrainingPlan(new Optimizer.Sgd(), 0.01, new Schedule.Constant(), 64, 1, 0, 0);

    private Visit() {}

    /**
     * Reads the file and its images.
     *
     * @param data an id or a path of a dataset; empty for the first of the catalogue in the network's colours
     */
    static Opening of(Path file, Optional<String> data, RunStore store) {
        ForeignModel model = ForeignModels.open(file);
        Shape input = model.blueprint().input();
        DatasetSource source = data.map(Datasets::named).orElseGet(() -> inColoursOf(input));
        Shape own = source.card().shape();
        Preparation preparation = own.equals(input)
                ? Preparation.AS_IS
                : new Preparation(Optional.of(input), Preparation.usualFit(own, input), false, Set.of());
        boolean labelled = source.card().classNames(Locale.ENGLISH).equals(model.classNames());
        Dataset prepared = source.load().prepared(preparation);
        Dataset dataset =
                labelled ? prepared : new Dataset(lent(source.card(), model), prepared.train(), prepared.test());
        Scenario scenario =
                new Scenario(source.card().id(), model.blueprint().network(), Map.of(), TO_LOOK_AT, preparation);
        return new Opening(
                new Guest(Optional.of(file), model.remarks(), model.whole(), labelled),
                dataset,
                model.blueprint(),
                scenario,
                Double.NaN,
                network -> {
                    network.adopt(model.parameters());
                    return Beginning.FRESH;
                },
                (network, trouble) -> store.begin(
                        scenario,
                        network,
                        dataset.train().size(),
                        dataset.test().size(),
                        trouble));
    }

    private static DatasetSource inColoursOf(Shape input) {
        return Datasets.ALL.stream()
                .filter(candidate -> candidate.card().shape().channels() == input.channels())
                .findFirst()
                .orElse(Datasets.ALL.get(0));
    }

    /** The card of images that stand before a network of other classes. */
    private static DatasetCard lent(DatasetCard card, ForeignModel model) {
        return new DatasetCard(
                card.id() + "-lent",
                card.title(),
                model.classNames(),
                card.shape(),
                card.trainCount(),
                card.testCount(),
                card.licence(),
                card.source(),
                card.sha256());
    }
}
