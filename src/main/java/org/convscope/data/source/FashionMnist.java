package org.convscope.data.source;

import java.util.List;
import java.util.Map;
import org.convscope.data.Dataset;
import org.convscope.data.DatasetCard;
import org.convscope.data.DatasetSource;
import org.convscope.data.EmbeddedDataset;
import org.convscope.tensor.Shape;

/**
 * Fashion-MNIST: photographs of ten kinds of clothing, white on black, as many of each.
 *
 * <p>H. Xiao, K. Rasul, R. Vollgraf: <i>Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine
 * Learning Algorithms</i>, 2017, arXiv:1708.07747.
 */
public final class FashionMnist implements DatasetSource {

    private final EmbeddedDataset embedded = new EmbeddedDataset(new DatasetCard(
            "fashion-mnist",
            "Fashion-MNIST",
            List.of(
                    "t-shirt",
                    "trouser",
                    "pullover",
                    "dress",
                    "coat",
                    "sandal",
                    "shirt",
                    "sneaker",
                    "bag",
                    "ankle-boot"),
            Shape.of(1, 28, 28),
            60_000,
            10_000,
            "MIT, © 2017 Zalando SE",
            "https://github.com/zalandoresearch/fashion-mnist",
            Map.of(
                    "train-images-idx3-ubyte",
                    "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
                    "train-labels-idx1-ubyte",
                    "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
                    "t10k-images-idx3-ubyte",
                    "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
                    "t10k-labels-idx1-ubyte",
                    "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34")));

    @Override
    public DatasetCard card() {
        return embedded.card();
    }

    @Override
    public Dataset load() {
        return embedded.load();
    }
}
