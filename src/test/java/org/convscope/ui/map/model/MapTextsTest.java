package org.convscope.ui.map.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Pooling;
import org.convscope.tensor.Shape;
import org.convscope.ui.kit.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MapTextsTest {

    @AfterEach
    void speakEnglishAgain() {
        Texts.language().set(Locale.ENGLISH);
    }

    @Test
    void everyOperationHasANameInEveryLanguage() {
        List<Op> ops = Stream.of(
                        Stream.of(
                                new Op.Input(Shape.of(1, 28, 28)),
                                new Op.Conv(6, 5, 1, 0),
                                new Op.Subsample(2, 2, 0),
                                Op.Lrn.PAPER,
                                new Op.Dense(10),
                                new Op.BatchNorm(1e-5, 0.9),
                                new Op.Add(),
                                new Op.Concat(),
                                new Op.GlobalPool(),
                                new Op.Dropout(0.5),
                                new Op.Softmax()),
                        Arrays.stream(Nonlinearity.values()).map(Op.Activation::new),
                        Arrays.stream(Pooling.values()).map(kind -> new Op.Pool(kind, 2, 2, 0)))
                .flatMap(each -> each)
                .map(Op.class::cast)
                .toList();
        for (Locale language : Texts.LANGUAGES) {
            Texts.language().set(language);
            ops.forEach(op -> assertFalse(OpNames.of(op).isBlank(), op + " in " + language));
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        ResourceBundle.Control control =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle english = ResourceBundle.getBundle("text.ui.map", Locale.ROOT, control);
        ResourceBundle chinese = ResourceBundle.getBundle("text.ui.map", Locale.SIMPLIFIED_CHINESE, control);
        english.keySet().forEach(key -> {
            assertEquals(arguments(english.getString(key)), arguments(chinese.getString(key)), key);
            boolean isOwn = key.startsWith("op.") || key.equals("zoom") || key.equals("hover.sums");
            assertFalse(!isOwn && english.getString(key).equals(chinese.getString(key)), key + " is not translated");
        });
    }

    private static List<String> arguments(String text) {
        return Stream.of("{0}", "{1}", "{2}", "{3}").filter(text::contains).toList();
    }
}
