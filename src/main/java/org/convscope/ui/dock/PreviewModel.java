package org.convscope.ui.dock;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscope.data.DatasetCard;
import org.convscope.data.Datasets;
import org.convscope.data.Dice;
import org.convscope.data.LabelledImages;
import org.convscope.spec.Preparation;
import org.convscope.tensor.Tensor;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.Viewer;

/** What becomes of a training image: as the dataset has it, as the network is shown it, and varied. */
public final class PreviewModel {

    private static final int VARIANTS = 4;

    private final NewRunModel form;
    private final Viewer<Question, List<Tensor>> viewer;
    private final ReadOnlyObjectWrapper<List<Tensor>> images = new ReadOnlyObjectWrapper<>(List.of());
    private boolean active;
    private int index;
    private Question asked;

    private record Question(DatasetCard card, Preparation preparation, int index) {}

    /**
     * A preview of what is filled in, as soon as somebody looks at it.
     *
     * @param loading where datasets are loaded, away from the screen
     * @param failed hears why a dataset could not be
     */
    public PreviewModel(NewRunModel form, Pulse pulse, Executor loading, Consumer<Throwable> failed) {
        this.form = form;
        Consumer<List<Tensor>> show = pulse.latest(images::set);
        Consumer<Throwable> complain = pulse.latest(failed);
        this.viewer = new Viewer<>(
                question -> CompletableFuture.supplyAsync(() -> make(question), loading), (made, wrong) -> {
                    show.accept(wrong == null ? made : List.of());
                    if (wrong != null) {
                        complain.accept(wrong);
                    }
                });
        form.checkProperty().addListener(changed -> ask());
    }

    /** The image as the dataset has it, as the network is shown it, then variants; empty until they are made. */
    ReadOnlyObjectProperty<List<Tensor>> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    /** Somebody looks: from now on every change is shown. */
    void begin() {
        active = true;
        ask();
    }

    /** Takes the next training image. */
    void next() {
        index++;
        ask();
    }

    private void ask() {
        NewRunCheck check = form.checkProperty().get();
        boolean can = !check.problems().containsKey(NewRunField.INPUT)
                && !check.problems().containsKey(NewRunField.NETWORK);
        if (check.problems().containsKey(NewRunField.DATA)) {
            asked = null;
            images.set(List.of());
        } else if (active && can) {
            Question question = new Question(form.datasetProperty().get(), check.preparation(), index);
            if (!question.equals(asked)) {
                asked = question;
                viewer.ask(question);
            }
        }
    }

    private static List<Tensor> make(Question question) {
        LabelledImages train = Datasets.named(question.card.id())
                .load()
                .prepared(question.preparation)
                .train();
        int image = question.index % train.size();
        List<Tensor> made = new ArrayList<>(List.of(train.own(image), train.picture(image)));
        for (int variant = 0;
                variant < VARIANTS && !question.preparation.augment().isEmpty();
                variant++) {
            made.add(train.variant(image, Dice.seed(0, variant, image)));
        }
        return List.copyOf(made);
    }
}
