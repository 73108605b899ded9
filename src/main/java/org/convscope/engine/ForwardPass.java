package org.convscope.engine;

import java.util.Map;
import java.util.Set;
import org.convscope.net.Batch;
import org.convscope.tensor.Tensor;

/** A way through the network that changes nothing. */
interface ForwardPass {

    /** Outputs of every node for one image, in the blueprint's order. */
    Map<String, Tensor> outputs(Tensor image);

    /** Outputs of some nodes for a batch of any size. */
    Map<String, Tensor> outputs(Batch batch, Set<String> nodes);
}
