package org.convscope.ui.map.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.zoo.GoogLeNet;
import org.convscope.blueprint.zoo.LeNet;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;

class BlockTreeTest {

    private static final Op RELU = new Op.Activation(Nonlinearity.RELU);

    private final Blueprint googlenet = new GoogLeNet().draw(Shape.of(1, 96, 96), 10, Map.of());
    private final BlockTree tree = BlockTree.of(googlenet);

    @Test
    void blocksWithACommonBeginningMakeAStage() {
        assertEquals(
                List.of(
                        "input",
                        "/stem",
                        "/inception3",
                        "pool3",
                        "/inception4",
                        "pool4",
                        "/inception5",
                        "pool5",
                        "logits",
                        "softmax"),
                tree.items(BlockTree.TOP));
        assertEquals(List.of("/inception3/inception3a", "/inception3/inception3b"), tree.items("/inception3"));
        assertEquals(2, tree.depth());
    }

    @Test
    void aBlockGivesWhatIsReadOutside() {
        assertEquals("inception4c.concat", tree.block("/inception4/inception4c").output());
        assertEquals("inception4e.concat", tree.block("/inception4").output());
        assertEquals("pool2", tree.block("/stem").output());
        assertEquals(14, tree.block("/inception4/inception4c").nodes().size());
    }

    @Test
    void whatIsHiddenIsStoodInForByTheOutermostClosedBlock() {
        assertEquals("/inception3", tree.standIn("inception3a.conv2b", Set.of()));
        assertEquals("/inception3/inception3a", tree.standIn("inception3a.conv2b", Set.of("/inception3")));
        assertEquals(
                "inception3a.conv2b",
                tree.standIn("inception3a.conv2b", Set.of("/inception3", "/inception3/inception3a")));
        assertEquals("pool3", tree.standIn("pool3", Set.of()));
    }

    @Test
    void whatHasNoBlocksHasNoTree() {
        assertTrue(BlockTree.of(new LeNet().draw(Shape.of(1, 28, 28), 10, Map.of()))
                .isEmpty());
    }

    @Test
    void aGroupThatIsLeftAndEnteredAgainIsNone() {
        Blueprint blueprint = Blueprint.draw("loop", Options.of(List.of(), Map.of()), Shape.of(1, 8, 8))
                .inBlock("a")
                .then("a.conv1", new Op.Conv(2, 3, 1, 1))
                .inBlock("b")
                .then("b.act1", RELU)
                .then("b.act2", RELU)
                .inBlock("a")
                .then("a.act3", RELU)
                .inBlock("")
                .then("logits", new Op.Dense(3))
                .then("softmax", new Op.Softmax())
                .done();
        BlockTree loop = BlockTree.of(blueprint);
        assertFalse(loop.isBlock("/a"));
        assertTrue(loop.isBlock("/b"));
    }

    @Test
    void namesLeaveOutWhatTheBlockSays() {
        assertEquals("conv2a", ShortNames.within("inception3a", "inception3a.conv2a"));
        assertEquals("4b", ShortNames.within("inception4", "inception4b"));
        assertEquals("pool3", ShortNames.within("inception3", "pool3"));
        assertEquals("conv", ShortNames.within("", "conv"));
        assertEquals("conv", ShortNames.within("inception3", "inception3.conv"));
    }

    @Test
    void aNameThatIsMadeShorterStillTellsWhatItIs() {
        assertEquals(List.of("ince…3", "in…3", "i…3"), ShortNames.abbreviated("inception3"));
        assertEquals(List.of("st…3", "s…3"), ShortNames.abbreviated("stage3"));
        assertEquals(List.of("tran…", "tr…"), ShortNames.abbreviated("transition"));
        assertEquals(List.of("st…"), ShortNames.abbreviated("stem"));
        assertEquals(List.of(), ShortNames.abbreviated("4b"));
    }
}
