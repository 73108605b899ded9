package org.convscope.lens;

import org.convscope.blueprint.Blueprint;
import org.convscope.net.Batch;
import org.convscope.net.FakeNetwork;
import org.convscope.net.NetworkThread;
import org.convscope.probe.Probe;
import org.convscope.probe.Probes;
import org.convscope.spec.Focus;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Subject;
import org.convscope.tensor.Tensor;

/** A network in loops with probes attached, and a noise image to look at. */
final class LensBench {

    final Blueprint blueprint;
    final FakeNetwork network;
    final Probes probes;
    private final Batch images;

    LensBench(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.network = new FakeNetwork(blueprint, new Optimizer.Sgd(), 3);
        this.images = FakeNetwork.stripes(blueprint, 4, 5);
        this.probes = new Probes(NetworkThread.onCallingThread(network), "test", images);
    }

    LensBench learned() {
        network.learn(images, 0.1);
        return this;
    }

    Subject subject(int index) {
        Tensor image = Tensor.of(
                images.shape(), images.images(), index * images.shape().size());
        return new Subject("noise #" + index, image, images.labels()[index]);
    }

    <R> R read(Probe<R> probe, String node) {
        return read(probe, Focus.on(subject(0), node));
    }

    <R> R read(Probe<R> probe, Focus focus) {
        return probes.read(probe, focus).join();
    }
}
