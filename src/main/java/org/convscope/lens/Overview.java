package org.convscope.lens;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.convscope.frame.Bars;
import org.convscope.frame.Mosaic;
import org.convscope.tensor.Stamp;

/**
 * A network at one step, for one image.
 *
 * @param stamp when it was true
 * @param mosaics outputs of every node that was asked for, by node id in the blueprint's order, each with the colour scale that its scope gives
 * @param prediction the probability of every class, by class index
 */
public record Overview(Stamp stamp, Map<String, Mosaic> mosaics, Bars prediction) {

    public Overview {
        mosaics = Collections.unmodifiableMap(new LinkedHashMap<>(mosaics));
    }
}
