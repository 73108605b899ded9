package org.convscope.train;

import org.convscope.blueprint.Blueprint;
import org.convscope.data.LabelledImages;
import org.convscope.net.Batch;
import org.convscope.net.FakeNetwork;

/** Images that a {@link FakeNetwork} can learn, as a dataset has them. */
public final class Stripes {

    private Stripes() {}

    /** {@code n} of {@link FakeNetwork#stripes} for the small blueprint. */
    public static LabelledImages images(int n, long seed) {
        return images(FakeNetwork.smallBlueprint(), n, seed);
    }

    /** {@code n} of {@link FakeNetwork#stripes} for a blueprint. */
    public static LabelledImages images(Blueprint blueprint, int n, long seed) {
        Batch batch = FakeNetwork.stripes(blueprint, n, seed);
        byte[] pixels = new byte[batch.images().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(batch.images()[i] * 255);
        }
        byte[] labels = new byte[n];
        for (int i = 0; i < n; i++) {
            labels[i] = (byte) batch.labels()[i];
        }
        return LabelledImages.of(batch.shape(), pixels, labels);
    }
}
