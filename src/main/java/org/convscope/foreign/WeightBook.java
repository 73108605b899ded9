package org.convscope.foreign;

import org.convscope.tensor.Shape;

/** The numbers of a file, by the layer that they belong to. */
interface WeightBook {

    /** Its values, row-major and finite; a Problem if there are none, or not of this shape. */
    float[] read(String layer, String weight, Shape shape);
}
