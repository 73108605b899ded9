package org.convscope.data.source;

import java.util.List;
import java.util.Map;
import org.convscope.data.Dataset;
import org.convscope.data.DatasetCard;
import org.convscope.data.DatasetSource;
import org.convscope.data.EmbeddedDataset;
import org.convscope.tensor.Shape;

/**
 * MNIST: handwritten digits, white on black, not quite as many of each. Made by Y. LeCun, C. Cortes and
 * C. J. C. Burges of NIST's Special Databases 1 and 3; the learning curves of LeNet-5 were drawn with it.
 *
 * <p>Y. LeCun, L. Bottou, Y. Bengio, P. Haffner: <i>Gradient-Based Learning Applied to Document
 * Recognition</i>, Proceedings of the IEEE 86(11), 1998.
 */
public final class Mnist implements DatasetSource {

    private final EmbeddedDataset embedded = new EmbeddedDataset(new DatasetCard(
            "mnist",
            "MNIST",
            List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
            Shape.of(1, 28, 28),
            60_000,
            10_000,
            "none stated by its authors; often passed on as CC BY-SA 3.0",
            "http://yann.lecun.com/exdb/mnist/",
            Map.of(
                    "train-images-idx3-ubyte",
                    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                    "train-labels-idx1-ubyte",
                    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                    "t10k-images-idx3-ubyte",
                    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                    "t10k-labels-idx1-ubyte",
                    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")));

    @Override
    public DatasetCard card() {
        return embedded.card();
    }

    @Override
    public Dataset load() {
        return embedded.load();
    }
}
