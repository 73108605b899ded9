package org.convscope.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expected situation in which the program cannot go on as asked.
 *
 * <p>The code is {@code room.situation}; its four sentences stand in the bundle {@code
 * text/problems/<room>} under {@code situation.what}, {@code .value}, {@code .expected} and {@code
 * .advice}, where {@code {0}}, {@code {1}} … are the arguments.
 *
 * @param code room and situation, for example {@code data.wrongMagic}
 * @param arguments the values that the sentences name
 */
public record Problem(String code, List<String> arguments) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    public Problem {
        Objects.requireNonNull(code, "code");
        arguments = List.copyOf(arguments);
        if (code.indexOf('.') < 1) {
            throw new IllegalArgumentException("A problem's code is room.situation, not " + code);
        }
    }

    /** The problem of this code; arguments are shown as {@link String#valueOf} writes them. */
    public static Problem of(String code, Object... arguments) {
        return new Problem(code, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** The same problem, ready to throw. */
    public ProblemException asException() {
        return new ProblemException(this);
    }

    /** The same problem, ready to throw, with the failure that showed it. */
    public ProblemException asException(Throwable cause) {
        return new ProblemException(this, cause);
    }

    /** The four sentences in the language of {@code locale}, or in English where there is none. */
    public ProblemText in(Locale locale) {
        int dot = code.indexOf('.');
        ResourceBundle bundle = ResourceBundle.getBundle(
                "text.problems." + code.substring(0, dot),
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String situation = code.substring(dot + 1);
        return new ProblemText(
                fill(bundle.getString(situation + ".what")),
                fill(bundle.getString(situation + ".value")),
                fill(bundle.getString(situation + ".expected")),
                fill(bundle.getString(situation + ".advice")));
    }

    /** One line in English, for a log and for {@link ProblemException#getMessage()}. */
    public String inOneLine() {
        return in(Locale.ENGLISH).inOneLine();
    }

    // In one go, since an argument may itself look like a place. MessageFormat would read every apostrophe of the
    // sentences as a quote.
    private String fill(String sentence) {
        return PLACE.matcher(sentence).replaceAll(place -> {
            int index = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(index < arguments.size() ? arguments.get(index) : place.group());
        });
    }
}
