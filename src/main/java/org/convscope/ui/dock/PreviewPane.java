package org.convscope.ui.dock;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.convscope.tensor.Tensor;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.TensorImage;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One training image in a row: as it is, as the network is shown it, and a few of its variants. */
final class PreviewPane extends HBox {

    private static final double SIDE = 48;

    private final PreviewModel model;

    PreviewPane(PreviewModel model) {
        this.model = model;
        setId("preparation-preview");
        getStyleClass().add("preview");
        setMinHeight(SIDE + 20);
        model.imagesProperty().addListener((property, before, now) -> show(now));
        Texts.language().addListener(changed -> show(model.imagesProperty().get()));
        show(model.imagesProperty().get());
    }

    private void show(List<Tensor> images) {
        getChildren().clear();
        if (images.isEmpty()) {
            Label waiting = new Label(Texts.get("dock.preview.none"));
            waiting.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
            getChildren().add(waiting);
            return;
        }
        for (int i = 0; i < images.size(); i++) {
            String shape = images.get(i).shape().toString();
            getChildren().add(picture(images.get(i), i < 2 ? shape : Texts.get("dock.preview.variant")));
        }
        getChildren().add(another());
    }

    private static VBox picture(Tensor image, String words) {
        Canvas canvas = new Canvas(SIDE, SIDE);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setAccessibleText(words);
        Image drawn = TensorImage.of(image);
        double scale = SIDE / Math.max(drawn.getWidth(), drawn.getHeight());
        double width = scale * drawn.getWidth();
        double height = scale * drawn.getHeight();
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setImageSmoothing(false);
        pen.drawImage(drawn, (SIDE - width) / 2, (SIDE - height) / 2, width, height);
        Label name = new Label(words);
        name.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        name.setMinWidth(USE_PREF_SIZE);
        VBox both = new VBox(canvas, name);
        both.getStyleClass().add("preview-image");
        return both;
    }

    private Button another() {
        Button another = new Button(null, new FontIcon(Feather.SHUFFLE));
        another.setId("preview-next");
        another.getStyleClass().addAll(Styles.COMPACT, "icon-button");
        another.accessibleTextProperty().bind(Texts.of("dock.tip.another"));
        Tips.install(another, "dock.tip.another");
        another.setOnAction(pressed -> {
            model.next();
            another.requestFocus();
        });
        return another;
    }
}
