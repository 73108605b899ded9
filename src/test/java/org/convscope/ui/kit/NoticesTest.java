package org.convscope.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.convscope.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final List<String> clipboard = new ArrayList<>();
    private final Notices notices = new Notices(clipboard::add);

    @AfterEach
    void speakEnglishAgain() {
        Texts.language().set(Locale.ENGLISH);
    }

    @Test
    void aProblemIsToldInFourSentencesThatFollowTheLanguage() {
        notices.tell(Problem.of("spec.batch", 0, 65536).asException());
        Notice told = notices.shown().get(0);
        assertEquals("The batch size cannot be that.", told.headline().getValue());
        assertEquals("Given: 0", told.details().get(0).getValue());
        Texts.language().set(Locale.SIMPLIFIED_CHINESE);
        assertEquals("批量大小不能取这个值。", told.headline().getValue());
    }

    @Test
    void theNewerNoticeOfATopicTakesThePlaceOfTheOlder() {
        notices.tell(Problem.of("spec.batch", 0, 65536).asException());
        notices.tell(Problem.of("spec.epochs", 0, 100).asException());
        notices.tell(new CompletionException(Problem.of("spec.batch", -1, 65536).asException()));
        assertEquals(
                List.of("spec.batch", "spec.epochs"),
                notices.shown().stream().map(Notice::topic).toList());
        assertEquals("Given: -1", notices.shown().get(0).details().get(0).getValue());
    }

    @Test
    void manyNoticesDoNotFillTheWindow() {
        for (String topic : List.of("a", "b", "c", "d", "e", "f")) {
            notices.tell(Notice.done(topic, Texts.of("kit.copyReport")));
        }
        assertEquals(
                List.of("f", "e", "d", "c"),
                notices.shown().stream().map(Notice::topic).toList());
        notices.dismiss(notices.shown().get(1));
        assertEquals(3, notices.shown().size());
    }

    @Test
    void theReportOfAFailureNamesPlacesButNoMessage() {
        notices.tell(new IllegalStateException("/home/somebody/secret.png"));
        notices.shown().get(0).actions().get(0).deed().run();
        assertTrue(clipboard.get(0).contains("java.lang.IllegalStateException"));
        assertTrue(clipboard.get(0).contains("NoticesTest.java"));
        assertFalse(clipboard.get(0).contains("secret"));
    }
}
