package org.convscope.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ViewerTest {

    private final List<String> questions = new ArrayList<>();
    private final List<CompletableFuture<String>> answers = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Viewer<String, String> viewer = new Viewer<>(this::answer, this::show);

    @Test
    void ofAHundredMovesOnlyTheFirstAndTheLastAreAnswered() {
        for (int move = 1; move <= 100; move++) {
            viewer.ask("move " + move);
        }
        assertEquals(List.of("move 1"), questions);
        answers.get(0).complete("picture 1");
        assertEquals(List.of("move 1", "move 100"), questions);
        answers.get(1).complete("picture 100");
        assertEquals(List.of("picture 1", "picture 100"), shown);
        assertFalse(viewer.isBusy());
    }

    @Test
    void itIsBusyUntilNothingWaitsAnyMore() {
        assertFalse(viewer.isBusy());
        viewer.ask("one");
        viewer.ask("two");
        assertTrue(viewer.isBusy());
        answers.get(0).complete("1");
        assertTrue(viewer.isBusy());
        answers.get(1).complete("2");
        assertFalse(viewer.isBusy());
    }

    @Test
    void aFailureIsShownAndTheNextQuestionIsAskedNevertheless() {
        viewer.ask("one");
        viewer.ask("two");
        IllegalStateException broken = new IllegalStateException("broken");
        answers.get(0).completeExceptionally(broken);
        assertEquals(1, failures.size());
        assertSame(broken, failures.get(0));
        answers.get(1).complete("2");
        assertEquals(List.of("2"), shown);
    }

    @Test
    void anAnswerThatIsThereAtOnceIsShownAtOnce() {
        Viewer<String, String> quick = new Viewer<>(CompletableFuture::completedFuture, this::show);
        quick.ask("one");
        quick.ask("two");
        assertEquals(List.of("one", "two"), shown);
        assertFalse(quick.isBusy());
    }

    @Test
    void noQuestionIsABug() {
        assertThrows(NullPointerException.class, () -> viewer.ask(null));
        assertFalse(viewer.isBusy());
    }

    private CompletableFuture<String> answer(String question) {
        questions.add(question);
        answers.add(new CompletableFuture<>());
        return answers.get(answers.size() - 1);
    }

    private void show(String answer, Throwable failure) {
        if (failure == null) {
            shown.add(answer);
        } else {
            failures.add(failure);
        }
    }
}
