package org.convscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class CommandTest {

    @Test
    void aKeyByItselfAsksForItsCommand() {
        assertEquals(Optional.of(Command.TRAIN), Command.of(plain(KeyCode.SPACE)));
        assertEquals(Optional.of(Command.NEXT_IMAGE), Command.of(plain(KeyCode.PAGE_DOWN)));
        assertEquals(Optional.of(Command.SCOPE_NETWORK), Command.of(plain(KeyCode.NUMPAD3)));
        assertEquals(Optional.empty(), Command.of(plain(KeyCode.Q)));
    }

    @Test
    void withControlOnlySavingIsAsked() {
        assertEquals(Optional.of(Command.SAVE), Command.of(withControl(KeyCode.S)));
        assertEquals(Optional.of(Command.OPEN_MODEL), Command.of(withControl(KeyCode.O)));
        assertEquals(Optional.empty(), Command.of(plain(KeyCode.O)));
        assertEquals(Optional.of(Command.RUNS), Command.of(withControl(KeyCode.R)));
        assertEquals(Optional.empty(), Command.of(plain(KeyCode.S)));
        assertEquals(Optional.empty(), Command.of(withControl(KeyCode.N)));
    }

    @Test
    void aQuestionMarkAsksForHelpOnAnyKeyboard() {
        assertEquals(Optional.of(Command.HELP), Command.of(key(KeyCode.UNDEFINED, "?", false)));
    }

    @Test
    void whoTypesATextKeepsHisLetters() {
        assertFalse(Command.RANDOM_IMAGE.worksInTexts());
        assertFalse(Command.STEP.worksInTexts());
        assertTrue(Command.FULL_SCREEN.worksInTexts());
        assertTrue(Command.SAVE.worksInTexts());
    }

    private static KeyEvent plain(KeyCode code) {
        return key(code, "", false);
    }

    private static KeyEvent withControl(KeyCode code) {
        return key(code, "", true);
    }

    private static KeyEvent key(KeyCode code, String text, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, control, false, false);
    }
}
