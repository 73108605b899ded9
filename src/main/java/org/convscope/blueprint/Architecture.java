package org.convscope.blueprint;

import java.util.List;
import java.util.Map;
import org.convscope.tensor.Shape;

/** A family of networks, as a paper or a course describes it. */
public interface Architecture {

    /** As a person types it: {@code lenet}. */
    String id();

    /** As a person reads it: {@code LeNet}. */
    String title();

    /** Where it comes from: authors, title, year. */
    String paper();

    /** The image shape it was published for; for a small form, the one that it is made for. */
    Shape standardInput();

    /** How large its standard form is. */
    default Size size() {
        return Size.BOOK;
    }

    /** What may be chosen. */
    List<Choice> choices();

    /**
     * Draws it for images of shape {@code input}.
     *
     * @throws org.convscope.problem.ProblemException if the images are too small or an option is unknown
     */
    Blueprint draw(Shape input, int classes, Options options);

    /** Draws it with the choices named in {@code wanted} and the standard for the others. */
    default Blueprint draw(Shape input, int classes, Map<String, String> wanted) {
        return draw(input, classes, Options.of(choices(), wanted));
    }
}
