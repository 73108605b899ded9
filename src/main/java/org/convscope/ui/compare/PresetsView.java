package org.convscope.ui.compare;

import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.convscope.spec.Contrast;
import org.convscope.spec.Contrasts;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** What can be compared, before something is: a card for each prepared comparison, with what to watch. */
final class PresetsView extends ScrollPane {

    PresetsView(CompareModel model) {
        setId("compare-presets-cards");
        getStyleClass().add("compare-scroll");
        setFitToWidth(true);
        FlowPane cards = new FlowPane();
        cards.getStyleClass().add("compare-cards");
        Contrasts.ALL.forEach(contrast -> cards.getChildren().add(card(model, contrast)));
        Label invitation = new Label();
        invitation.textProperty().bind(Texts.of("compare.empty"));
        invitation.getStyleClass().add(Styles.HEADLINE);
        invitation.setWrapText(true);
        VBox all = new VBox(invitation, cards);
        all.getStyleClass().add("compare-empty");
        setContent(all);
    }

    /** {@code sigmoid | ReLU}. */
    private static String sides(Contrast contrast) {
        return contrast.sides().stream().map(Contrast.Side::name).collect(Collectors.joining(" | "));
    }

    private static String networks(Contrast contrast) {
        return contrast.sides().stream()
                .map(side -> side.scenario().network())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Button card(CompareModel model, Contrast contrast) {
        Label title = new Label();
        title.textProperty().bind(Texts.of("compare.title." + contrast.id()));
        title.getStyleClass().add(Styles.STRONG);
        Label network = new Label(sides(contrast) + "  ·  " + networks(contrast));
        network.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        network.setWrapText(true);
        Label watch = new Label();
        watch.textProperty().bind(Texts.of("compare.watch." + contrast.id()));
        watch.setWrapText(true);
        VBox content = new VBox(title, network, watch);
        content.getStyleClass().add("compare-card-content");
        Button card = new Button(null, content);
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setId("compare-card-" + contrast.id());
        card.getStyleClass().add("compare-card");
        card.accessibleTextProperty().bind(watch.textProperty());
        card.setOnAction(pressed -> model.start(contrast));
        return card;
    }
}
