package org.convscope.blueprint.zoo;

import java.util.List;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Size;
import org.convscope.tensor.Shape;

/**
 * LeNet as the course gives it: the network of 1998 with sigmoids, plain average pooling and a linear
 * output in place of the Gaussian one. 61,706 parameters and 416,520 multiply-adds on 1×28×28.
 */
public final class LeNet implements Architecture {

    private static final double DROPOUT_RATE = 0.5;

    private final String id;
    private final String title;
    private final String chapter;
    private final int padding;
    private final String batchNorm;

    /** The LeNet of chapter 7.6, whose first convolution keeps 28×28. */
    public LeNet() {
        this("lenet", "LeNet", "7.6", 2, "no");
    }

    private LeNet(String id, String title, String chapter, int padding, String batchNorm) {
        this.id = id;
        this.title = title;
        this.chapter = chapter;
        this.padding = padding;
        this.batchNorm = batchNorm;
    }

    /**
     * The one of chapter 8.5: a batch norm before each sigmoid, and no padding. 44,878 parameters and 281,640
     * multiply-adds on 1×28×28.
     */
    public static LeNet withBatchNorm() {
        return new LeNet("lenet-bn", "LeNet with batch norm", "8.5", 0, "yes");
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String paper() {
        return "LeCun, Bottou, Bengio, Haffner: Gradient-Based Learning Applied to Document Recognition (1998);"
                + " in the form of Dive into Deep Learning, chapter " + chapter;
    }

    @Override
    public Shape standardInput() {
        return Shape.of(1, 28, 28);
    }

    @Override
    public Size size() {
        return Size.SMALL;
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Choice.width(),
                Choice.activation(),
                Choice.pool(Pooling.AVERAGE),
                Choice.batchNorm().withStandard(batchNorm),
                Choice.dropout().withStandard("no"),
                Choice.head(),
                Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        PaperDrawing drawing = new PaperDrawing(id, options, input);
        drawing.layer("", "1", 6, 5, 1, padding).pool("pool1", 2, 2, 0);
        drawing.layer("", "2", 16, 5, 1, 0).pool("pool2", 2, 2, 0);
        if (!Choice.hasDenseHead(options)) {
            return drawing.averaged("pool3").classified(classes);
        }
        drawing.dense("fc1", 120).norm("bn3").activation("act3").dropout("dropout1", DROPOUT_RATE);
        drawing.dense("fc2", 84).norm("bn4").activation("act4").dropout("dropout2", DROPOUT_RATE);
        return drawing.classified(classes);
    }
}
