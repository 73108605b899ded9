package org.convscope.ui.anatomy;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.census.Comparison;
import org.convscope.blueprint.census.Tables;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.CheckedField;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** What the whole costs: of two networks both numbers, and how many times as much the second has. */
final class TotalsView extends FlowPane {

    private final AnatomyModel model;

    TotalsView(AnatomyModel model) {
        this.model = model;
        getStyleClass().add("anatomy-totals");
        getChildren()
                .addAll(
                        total("parameters", census -> Numbers.count(census.parameters()), Census::parameters),
                        total("macs", census -> Numbers.count(census.macs()), Census::macs),
                        total("weights", census -> Numbers.bytes(census.parameterBytes()), null),
                        total(
                                "activations",
                                census -> Numbers.bytes(census.activationBytes()),
                                Census::activationBytes),
                        training(),
                        total("layers", census -> Numbers.count(census.layers()), null),
                        total("field", census -> Tables.text(census.receptiveField()), null));
    }

    private VBox training() {
        VBox total = total(
                "training",
                census -> model.images().isPresent()
                        ? Numbers.bytes(census.trainingBytes(model.images().getAsInt()))
                        : Numbers.UNKNOWN,
                census -> census.trainingBytes(model.images().orElse(1)));
        CheckedField batch = new CheckedField(
                "anatomy-batch",
                model.batchProperty(),
                Bindings.createBooleanBinding(() -> model.images().isEmpty(), model.batchProperty()));
        batch.getStyleClass().add("anatomy-batch");
        batch.setPrefColumnCount(4);
        Tips.install(batch, "anatomy.tip.batch");
        HBox title = new HBox(total.getChildren().get(0), batch);
        title.getStyleClass().add("anatomy-head");
        total.getChildren().add(0, title);
        return total;
    }

    private VBox total(String key, Function<Census, String> text, ToLongFunction<Census> amount) {
        Label title = new Label();
        title.textProperty().bind(Texts.of("anatomy.total." + key));
        title.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        Tips.install(title, "anatomy.tip.total." + key);
        Label first = value("anatomy-" + key, "a", () -> model.census(true).map(text));
        Label second = value("anatomy-" + key + "-b", "b", () -> model.census(false)
                .map(text.andThen(said -> amount == null ? said : said + times(amount))));
        second.visibleProperty().bind(second.textProperty().isNotEmpty());
        second.managedProperty().bind(second.visibleProperty());
        VBox total = new VBox(title, first, second);
        total.getStyleClass().add("anatomy-total");
        return total;
    }

    private String times(ToLongFunction<Census> amount) {
        Optional<Comparison> comparison = model.answerProperty().get().comparison();
        return comparison
                .map(found -> "  (" + Numbers.ratio(found.ratio(amount)) + ")")
                .orElse("");
    }

    private Label value(String id, String side, Supplier<Optional<String>> text) {
        Label value = new Label();
        value.setId(id);
        value.getStyleClass().addAll(Styles.STRONG, "anatomy-value", side);
        value.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text.get().orElse(side.equals("a") ? Numbers.UNKNOWN : ""),
                        model.answerProperty(),
                        model.batchProperty(),
                        Texts.language()));
        return value;
    }
}
