package org.convscope.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemText;

/**
 * Something a person is told without having asked.
 *
 * @param tone how loudly
 * @param topic what it is about; a newer notice of a topic takes the place of the older
 * @param headline one sentence
 * @param details further sentences, or none
 * @param actions what can be done about it
 */
public record Notice(
        Tone tone,
        String topic,
        ObservableValue<String> headline,
        List<ObservableValue<String>> details,
        List<Action> actions) {

    /** How loudly a person is told. */
    public enum Tone {
        /** Something was done; goes away by itself. */
        DONE,
        /** The world misbehaved; stays until it is read. */
        PROBLEM,
        /** We misbehaved; stays until it is read. */
        FAILURE
    }

    /**
     * What can be done.
     *
     * @param id of its button
     * @param label of its button
     * @param deed what the button does
     */
    public record Action(String id, ObservableValue<String> label, Runnable deed) {}

    public Notice {
        details = List.copyOf(details);
        actions = List.copyOf(actions);
    }

    /** A problem's four sentences, in whatever language is set. */
    public static Notice of(Problem problem, Action... actions) {
        return new Notice(
                Tone.PROBLEM,
                problem.code(),
                sentence(problem, ProblemText::what),
                List.of(
                        sentence(problem, ProblemText::value),
                        sentence(problem, ProblemText::expected),
                        sentence(problem, ProblemText::advice)),
                List.of(actions));
    }

    /** Something that was done, with the way back. */
    public static Notice done(String topic, ObservableValue<String> headline, Action... actions) {
        return new Notice(Tone.DONE, topic, headline, List.of(), List.of(actions));
    }

    private static ObservableValue<String> sentence(Problem problem, Function<ProblemText, String> which) {
        return Bindings.createStringBinding(
                () -> which.apply(problem.in(Texts.language().get())), Texts.language());
    }
}
