package org.convscope.ui.anatomy;

import java.util.List;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Options;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;

/** A network read from a file of another program: one drawing, for its own images and classes, without choices. */
record FileDrawing(Blueprint blueprint) implements Architecture {

    @Override
    public String id() {
        return blueprint.network();
    }

    @Override
    public String title() {
        return blueprint.network();
    }

    @Override
    public String paper() {
        return "";
    }

    @Override
    public Shape standardInput() {
        return blueprint.input();
    }

    @Override
    public List<Choice> choices() {
        return List.of();
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        if (!input.equals(blueprint.input()) || classes != blueprint.classes()) {
            throw Problem.of("ui.fileDrawing", id(), input, classes, blueprint.input(), blueprint.classes())
                    .asException();
        }
        return blueprint;
    }
}
