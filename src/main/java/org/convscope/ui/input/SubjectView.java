package org.convscope.ui.input;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.convscope.spec.Subject;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.TensorImage;
import org.convscope.ui.kit.Texts;

/** The image that is looked at, large, every pixel a square, with its name and what it is said to be. */
final class SubjectView extends VBox {

    private final InputModel model;
    private final ExploreModel explore;

    SubjectView(InputModel model) {
        this.model = model;
        this.explore = model.explore();
        getStyleClass().add("subject");
        Label label = new Label();
        label.setId("subject-label");
        label.getStyleClass().add(Styles.STRONG);
        label.textProperty().bind(says(this::label));
        label.setMinHeight(USE_PREF_SIZE);
        Label name = new Label();
        name.setId("subject-name");
        name.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        name.textProperty()
                .bind(says(subject -> Texts.get(
                        "input.nameAndSize", name(subject), subject.image().shape())));
        name.setMinHeight(USE_PREF_SIZE);
        Node picture = picture(name);
        VBox.setVgrow(picture, Priority.SOMETIMES);
        getChildren().addAll(picture, label, name);
    }

    private interface Words {
        String of(Subject subject);
    }

    private StringBinding says(Words words) {
        return Bindings.createStringBinding(
                () -> explore.subjectProperty().get() == null
                        ? ""
                        : words.of(explore.subjectProperty().get()),
                explore.subjectProperty(),
                Texts.language());
    }

    private String name(Subject subject) {
        int index = explore.testIndexProperty().get();
        return index == ExploreModel.NO_TEST_IMAGE ? subject.name() : Texts.get("input.testImage", index);
    }

    private String label(Subject subject) {
        return subject.isLabelled() ? model.className(subject.label()) : Texts.get("input.noLabel");
    }

    private Node picture(Label name) {
        Square frame = new Square();
        frame.setId("subject-image");
        frame.getStyleClass().addAll("subject-frame", Styles.SKELETON);
        frame.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        frame.accessibleTextProperty().bind(name.textProperty());
        explore.subjectProperty().addListener((property, before, now) -> frame.show(now));
        frame.show(explore.subjectProperty().get());
        return frame;
    }

    /** As high as it is wide, up to a bound that leaves room for what stands below. */
    private static final class Square extends Region {

        private static final double LEAST = 84;
        private static final double MOST = 360;
        private static final double CORNER = 6;

        private final Canvas canvas = new Canvas();
        private Image image;

        Square() {
            getChildren().add(canvas);
            setMinSize(0, LEAST);
            Rectangle corners = new Rectangle();
            corners.setArcWidth(2 * CORNER);
            corners.setArcHeight(2 * CORNER);
            corners.widthProperty().bind(widthProperty());
            corners.heightProperty().bind(heightProperty());
            setClip(corners);
        }

        void show(Subject subject) {
            image = subject == null ? null : TensorImage.of(subject.picture());
            draw();
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return width < 0 ? MOST : Math.min(MOST, width);
        }

        @Override
        protected void layoutChildren() {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }

        // An ImageView smooths whatever it scales when there is no graphics card; a canvas can be told not to.
        private void draw() {
            GraphicsContext pen = canvas.getGraphicsContext2D();
            pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
            if (image != null) {
                double scale = Math.min(canvas.getWidth() / image.getWidth(), canvas.getHeight() / image.getHeight());
                double width = scale * image.getWidth();
                double height = scale * image.getHeight();
                pen.setImageSmoothing(false);
                pen.drawImage(image, (canvas.getWidth() - width) / 2, (canvas.getHeight() - height) / 2, width, height);
            }
        }
    }
}
