package org.convscope.blueprint;

import java.util.List;
import java.util.stream.Collectors;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;

/** The checks that operations share before they say what comes out of them. */
final class Fit {

    private Fit() {}

    static Shape one(Op op, List<Shape> inputs) {
        if (inputs.size() != 1) {
            throw Problem.of("blueprint.inputs", op.name(), inputs.size(), 1).asException();
        }
        return inputs.get(0);
    }

    static Shape maps(Op op, List<Shape> inputs) {
        Shape input = one(op, inputs);
        if (!input.isMaps()) {
            throw Problem.of("blueprint.notMaps", op.name(), input).asException();
        }
        return input;
    }

    static Shape vector(Op op, List<Shape> inputs) {
        Shape input = one(op, inputs);
        if (input.rank() != 1) {
            throw Problem.of("blueprint.notVector", op.name(), input).asException();
        }
        return input;
    }

    static Shape equal(Op op, List<Shape> inputs) {
        Shape first = first(op, inputs);
        if (inputs.stream().anyMatch(input -> !input.equals(first))) {
            throw Problem.of("blueprint.notEqual", op.name(), listed(inputs)).asException();
        }
        return first;
    }

    static Shape aligned(Op op, List<Shape> inputs) {
        Shape first = first(op, inputs);
        if (inputs.stream()
                .anyMatch(input ->
                        !input.isMaps() || input.height() != first.height() || input.width() != first.width())) {
            throw Problem.of("blueprint.notAligned", op.name(), listed(inputs)).asException();
        }
        return first;
    }

    private static Shape first(Op op, List<Shape> inputs) {
        if (inputs.size() < 2) {
            throw Problem.of("blueprint.noMerge", op.name(), inputs.size()).asException();
        }
        return inputs.get(0);
    }

    private static String listed(List<Shape> shapes) {
        return shapes.stream().map(Shape::toString).collect(Collectors.joining(", "));
    }

    /** A table that names a map which is not there is a bug of its drawing. */
    static void connected(Op.Conv op, Shape input) {
        for (List<Integer> maps : op.connections().table()) {
            if (maps.get(maps.size() - 1) >= input.channels()) {
                throw new IllegalArgumentException("Maps " + maps + " of " + input);
            }
        }
    }

    static Shape slide(Op op, int channels, Shape input) {
        int height = op.window().vertical().slide(input.height());
        int width = op.window().horizontal().slide(input.width());
        if (height < 1 || width < 1) {
            throw Problem.of("blueprint.tooSmall", op.name(), input, op.window().kernelSize())
                    .asException();
        }
        return Shape.of(channels, height, width);
    }
}
