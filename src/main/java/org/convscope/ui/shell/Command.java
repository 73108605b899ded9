package org.convscope.ui.shell;

import static javafx.scene.input.KeyCode.B;
import static javafx.scene.input.KeyCode.CLOSE_BRACKET;
import static javafx.scene.input.KeyCode.COMMA;
import static javafx.scene.input.KeyCode.D;
import static javafx.scene.input.KeyCode.DECIMAL;
import static javafx.scene.input.KeyCode.DIGIT1;
import static javafx.scene.input.KeyCode.DIGIT2;
import static javafx.scene.input.KeyCode.DIGIT3;
import static javafx.scene.input.KeyCode.E;
import static javafx.scene.input.KeyCode.F1;
import static javafx.scene.input.KeyCode.F11;
import static javafx.scene.input.KeyCode.F6;
import static javafx.scene.input.KeyCode.F7;
import static javafx.scene.input.KeyCode.F8;
import static javafx.scene.input.KeyCode.H;
import static javafx.scene.input.KeyCode.J;
import static javafx.scene.input.KeyCode.K;
import static javafx.scene.input.KeyCode.L;
import static javafx.scene.input.KeyCode.M;
import static javafx.scene.input.KeyCode.N;
import static javafx.scene.input.KeyCode.NUMPAD1;
import static javafx.scene.input.KeyCode.NUMPAD2;
import static javafx.scene.input.KeyCode.NUMPAD3;
import static javafx.scene.input.KeyCode.O;
import static javafx.scene.input.KeyCode.OPEN_BRACKET;
import static javafx.scene.input.KeyCode.P;
import static javafx.scene.input.KeyCode.PAGE_DOWN;
import static javafx.scene.input.KeyCode.PAGE_UP;
import static javafx.scene.input.KeyCode.PERIOD;
import static javafx.scene.input.KeyCode.R;
import static javafx.scene.input.KeyCode.S;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.T;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What a key does, wherever in the window the focus is. Its words stand under {@code shell.key}. */
enum Command {
    TRAIN("Space", SPACE),
    STEP(".", PERIOD, DECIMAL),
    STUDY(",", COMMA),
    EPOCH("E", E),
    SAVE("Ctrl S", S),
    EXPLORE("Ctrl 1", DIGIT1, NUMPAD1),
    COMPARE("Ctrl 2", DIGIT2, NUMPAD2),
    ANATOMY("Ctrl 3", DIGIT3, NUMPAD3),
    MISTAKES("M", M),
    OPEN_MODEL("Ctrl O", O),
    RUNS("Ctrl R", R),
    NEW_RUN("N", N),
    PREVIOUS_IMAGE("[  Page Up", OPEN_BRACKET, PAGE_UP),
    NEXT_IMAGE("]  Page Down", CLOSE_BRACKET, PAGE_DOWN),
    RANDOM_IMAGE("R", R),
    EARLIER("J", J),
    LATER("K", K),
    REPLAY("P", P),
    NOW("B", B),
    PIN("H", H),
    DIFFERENCE("D", D),
    SCOPE_MAP("1", DIGIT1, NUMPAD1),
    SCOPE_LAYER("2", DIGIT2, NUMPAD2),
    SCOPE_NETWORK("3", DIGIT3, NUMPAD3),
    FOLD_INPUT("F6", F6),
    FOLD_INSPECTOR("F7", F7),
    FOLD_DOCK("F8", F8),
    THEME("T", T),
    LANGUAGE("L", L),
    FULL_SCREEN("F11", F11),
    HELP("F1  ?", F1);

    private final String keys;
    private final Set<KeyCode> codes;

    Command(String keys, KeyCode... codes) {
        this.keys = keys;
        this.codes = Set.of(codes);
    }

    /** The keys as a person reads them. */
    String keys() {
        return keys;
    }

    /** What an event asks for, if anything. */
    static Optional<Command> of(KeyEvent event) {
        if ("?".equals(event.getText())) {
            return Optional.of(HELP);
        }
        boolean withShortcut = event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        boolean plain = !event.isShortcutDown()
                && !event.isControlDown()
                && !event.isAltDown()
                && !event.isMetaDown()
                && !event.isShiftDown();
        return Arrays.stream(values())
                .filter(command -> command.codes.contains(event.getCode()))
                .filter(command -> command.needsShortcut() ? withShortcut : plain)
                .findFirst();
    }

    /** Whether it goes on as long as the key is held; what changes to and fro does not. */
    boolean repeats() {
        return this == STEP
                || this == PREVIOUS_IMAGE
                || this == NEXT_IMAGE
                || this == RANDOM_IMAGE
                || this == EARLIER
                || this == LATER;
    }

    /** Whether it is meant only together with the system's key for shortcuts. */
    private boolean needsShortcut() {
        return this == SAVE
                || this == EXPLORE
                || this == COMPARE
                || this == ANATOMY
                || this == OPEN_MODEL
                || this == RUNS;
    }

    /** Whether the key means nothing to somebody who types a text. */
    boolean worksInTexts() {
        return needsShortcut() || codes.stream().allMatch(KeyCode::isFunctionKey);
    }
}
