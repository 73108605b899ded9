package org.convscope.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypefacesTest {

    @Test
    void theCalmestChineseFaceOfTheMachineIsTaken() {
        assertEquals(
                Optional.of("Noto Sans CJK SC"),
                Typefaces.chineseAmong(List.of("DejaVu Sans", "SimSun", "Noto Sans CJK SC")));
        assertEquals(Optional.empty(), Typefaces.chineseAmong(List.of("DejaVu Sans", "Noto Sans CJK JP")));
    }

    @Test
    void englishKeepsTheFaceOfTheSystem() {
        assertEquals(Optional.empty(), Typefaces.of(Locale.ENGLISH));
    }
}
