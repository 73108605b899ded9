package org.convscope.blueprint.zoo;

import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Size;
import org.convscope.tensor.Shape;

/**
 * An architecture under a name of its own that draws as another does, with other standards: whatever can be chosen for
 * the one can be chosen for the other, so that each can be turned into the other choice by choice.
 */
public final class Variation implements Architecture {

    private final Architecture original;
    private final String id;
    private final String title;
    private final Size size;
    private final Shape input;
    private final Map<String, String> standards;

    private Variation(
            Architecture original, String id, String title, Size size, Shape input, Map<String, String> standards) {
        this.original = original;
        this.id = id;
        this.title = title;
        this.size = size;
        this.input = input;
        this.standards = Map.copyOf(standards);
        // A standard that cannot be chosen is found when the zoo is built.
        Options.of(original.choices(), standards);
    }

    /** The same for the same images, with these standards. */
    public static Variation of(Architecture original, String id, String title, Map<String, String> standards) {
        return new Variation(original, id, title, original.size(), original.standardInput(), standards);
    }

    /** Its small form, which learns Fashion-MNIST on two cores: {@code -mini} behind the id. */
    public static Variation mini(Architecture book, Shape input, Map<String, String> standards) {
        return new Variation(book, book.id() + "-mini", book.title() + " mini", Size.MINI, input, standards);
    }

    /** The architecture that draws it. */
    public Architecture original() {
        return original;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String paper() {
        return original.paper();
    }

    @Override
    public Shape standardInput() {
        return input;
    }

    @Override
    public Size size() {
        return size;
    }

    @Override
    public List<Choice> choices() {
        return original.choices().stream()
                .map(choice ->
                        standards.containsKey(choice.key()) ? choice.withStandard(standards.get(choice.key())) : choice)
                .toList();
    }

    @Override
    public Blueprint draw(Shape image, int classes, Options options) {
        return original.draw(image, classes, options).inTheNameOf(id);
    }
}
