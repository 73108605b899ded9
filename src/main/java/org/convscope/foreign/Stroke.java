package org.convscope.foreign;

import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Op;
import org.convscope.net.Parameter;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/**
 * One node of a sketch.
 *
 * @param id as it will be called
 * @param op what it computes
 * @param inputs ids of the nodes that it reads
 * @param shape what comes out, for one image
 * @param signed whether values of both signs may come out
 * @param parameters what it has learned
 */
record Stroke(String id, Op op, List<String> inputs, Shape shape, boolean signed, Map<Parameter, Tensor> parameters) {}
