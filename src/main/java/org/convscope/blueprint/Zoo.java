package org.convscope.blueprint;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convscope.blueprint.zoo.AlexNet;
import org.convscope.blueprint.zoo.DenseNet;
import org.convscope.blueprint.zoo.GoogLeNet;
import org.convscope.blueprint.zoo.LeNet;
import org.convscope.blueprint.zoo.LeNet1998;
import org.convscope.blueprint.zoo.LeNet1d;
import org.convscope.blueprint.zoo.Mlp;
import org.convscope.blueprint.zoo.Nin;
import org.convscope.blueprint.zoo.ResNet;
import org.convscope.blueprint.zoo.TinyVgg;
import org.convscope.blueprint.zoo.Variation;
import org.convscope.blueprint.zoo.Vgg;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;

/**
 * The catalogue of architectures. Each has a line: those that are small as they were published, then the small forms of
 * the large ones, then the large ones. What is small already has no small form.
 */
public final class Zoo {

    private static final Shape FASHION = Shape.of(1, 28, 28);
    /** Five halvings need 32 pixels. */
    private static final Shape PADDED = Shape.of(1, 32, 32);

    private static final Architecture VGG_11 = new Vgg(11);
    private static final Architecture VGG_13 = new Vgg(13);
    private static final Architecture VGG_16 = new Vgg(16);
    private static final Architecture VGG_19 = new Vgg(19);
    private static final Architecture ALEXNET = new AlexNet();
    private static final Architecture ALEXNET_2012 = AlexNet.of2012();
    private static final Architecture NIN = new Nin();
    private static final Architecture GOOGLENET = new GoogLeNet();
    private static final Architecture GOOGLENET_BN =
            Variation.of(GOOGLENET, "googlenet-bn", "GoogLeNet with batch norm", Map.of("batch-norm", "yes"));
    private static final Architecture RESNET_18 = new ResNet(18);
    private static final Architecture RESNET_34 = new ResNet(34);
    private static final Architecture RESNET_50 = new ResNet(50);
    private static final Architecture PLAIN_18 = plain(18);
    private static final Architecture PLAIN_34 = plain(34);
    private static final Architecture DENSENET = new DenseNet();

    /** Every architecture a person can choose; a new run begins with the first. */
    public static final List<Architecture> ALL = List.of(
            new LeNet(),
            LeNet.withBatchNorm(),
            new LeNet1998(),
            new LeNet1d(),
            new Mlp(),
            new TinyVgg(),
            new ResNet(20),
            plain(20),
            miniAlexNet(ALEXNET),
            miniAlexNet(ALEXNET_2012),
            miniVgg(VGG_11, "three-sixteenths"),
            miniVgg(VGG_13, "eighth"),
            miniVgg(VGG_16, "eighth"),
            miniVgg(VGG_19, "eighth"),
            mini(NIN, FASHION, "eighth"),
            mini(GOOGLENET, FASHION, "three-sixteenths"),
            Variation.mini(GOOGLENET_BN, FASHION, Map.of("width", "three-sixteenths", "stem", "small")),
            mini(RESNET_18, FASHION, "three-sixteenths"),
            mini(RESNET_34, FASHION, "eighth"),
            mini(RESNET_50, FASHION, "eighth"),
            mini(PLAIN_18, FASHION, "three-sixteenths"),
            mini(PLAIN_34, FASHION, "eighth"),
            mini(DENSENET, PADDED, "quarter"),
            ALEXNET,
            ALEXNET_2012,
            VGG_11,
            VGG_13,
            VGG_16,
            VGG_19,
            NIN,
            GOOGLENET,
            GOOGLENET_BN,
            RESNET_18,
            RESNET_34,
            RESNET_50,
            PLAIN_18,
            PLAIN_34,
            DENSENET);

    private Zoo() {}

    /** The architecture of this id; a Problem that lists the ids if there is none. */
    public static Architecture byId(String id) {
        return ALL.stream()
                .filter(architecture -> architecture.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                "blueprint.noNetwork",
                                id,
                                ALL.stream().map(Architecture::id).collect(Collectors.joining(", ")))
                        .asException());
    }

    /** The residual network of this depth without what makes it residual. */
    private static Architecture plain(int depth) {
        return Variation.of(new ResNet(depth), "plain" + depth, "Plain-" + depth, Map.of("shortcut", "no"));
    }

    private static Architecture mini(Architecture book, Shape input, String width) {
        return Variation.mini(book, input, Map.of("width", width, "stem", "small"));
    }

    private static Architecture miniAlexNet(Architecture book) {
        return Variation.mini(book, FASHION, Map.of("width", "eighth", "units", "512", "stem", "small"));
    }

    private static Architecture miniVgg(Architecture book, String width) {
        return Variation.mini(book, PADDED, Map.of("width", width, "units", "512"));
    }
}
