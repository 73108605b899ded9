package org.convscope.foreign;

import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.net.Parameter;
import org.convscope.problem.Problem;
import org.convscope.tensor.Tensor;

/**
 * A network that another program saved, drawn anew.
 *
 * @param format what wrote it, as a person calls it
 * @param blueprint the drawing, or its understood part with an end of our own
 * @param parameters by node, then by kind, shaped as the port wants them
 * @param classNames names of what comes out, in its order: the numbers from 0 where nobody has named them
 * @param remarks what a person should know before believing what is shown
 * @param whole whether all of it was understood, so that its answers are its source's
 */
public record ForeignModel(
        String format,
        Blueprint blueprint,
        Map<String, Map<Parameter, Tensor>> parameters,
        List<String> classNames,
        List<Problem> remarks,
        boolean whole) {

    public ForeignModel {
        parameters = Map.copyOf(parameters);
        classNames = List.copyOf(classNames);
        remarks = List.copyOf(remarks);
    }
}
