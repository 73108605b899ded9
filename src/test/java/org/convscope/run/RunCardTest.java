package org.convscope.run;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.convscope.spec.Preparation;
import org.convscope.spec.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RunCardTest {

    @TempDir
    private Path folder;

    static Stream<Long> seeds() {
        return new SplittableRandom(20261123).longs(200).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aCardIsReadAsItWasWritten(long seed) {
        RunCard card = Small.anyCard(new SplittableRandom(seed));
        assertEquals(card, CardText.read("card", CardText.write(card)));
    }

    @Test
    void aCardSaysHowItsNetworkIsDrawn() {
        RunCard card = Small.card(Small.network());
        assertEquals(Small.blueprint().options(), card.draw().options());
        assertEquals("xavier", card.scenario().options().get("init"), "standards are written out");
    }

    @Test
    void onlyACardWithAPreparationIsClosedToReadersThatKnowNone() {
        RunCard plain = Small.card(Small.network());
        assertTrue(new String(CardText.write(plain), StandardCharsets.UTF_8).contains("\"format\" : 1"));
        assertEquals(Preparation.AS_IS, plain.scenario().preparation());
        Scenario scenario = plain.scenario();
        Scenario prepared = new Scenario(
                scenario.data(),
                scenario.network(),
                scenario.options(),
                scenario.plan(),
                Preparation.AS_IS.normalising(true));
        RunCard other = RunCard.of("other", prepared, Small.network(), 1, 1, plain.standing());
        assertTrue(new String(CardText.write(other), StandardCharsets.UTF_8).contains("\"format\" : 2"));
        assertEquals(prepared.preparation(), other.scenario().preparation());
    }

    @Test
    void fieldsOfTomorrowArePassedOver() throws IOException {
        Path file = written();
        edit(file, "\"classes\" : 10", "\"classes\" : 10, \"colour\" : [\"green\", {\"deep\" : null}]");
        assertEquals(Small.card(Small.network()), RunCard.read(file));
    }

    @Test
    void aNewerFormatIsNotGuessedAt() throws IOException {
        Path file = written();
        edit(file, "\"format\" : 1", "\"format\" : 4");
        assertProblem("run.newerFormat", () -> RunCard.read(file), file, 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\" : 1|\"format\" : 0|format",
                "\"format\" : 1|\"format\" : \"1\"|format",
                "\"id\" : \"a-run\"|\"name\" : \"a-run\"|id",
                "\"classes\" : 10|\"classes\" : 0|classes",
                "\"classes\" : 10|\"classes\" : 1e1|classes",
                "\"classes\" : 10|\"classes\" : 99999999999|classes",
                "[ 1, 12, 12 ]|[ 1, 12 ]|input",
                "[ 1, 12, 12 ]|[ 1, -12, 12 ]|input",
                "[ 1, 12, 12 ]|[ 65536, 65536, 65536 ]|input",
                "[ 1, 12, 12 ]|\"1x12x12\"|input",
                "\"train\" : 23|\"train\" : -1|data.train",
                "\"momentum\" : 0.9|\"drift\" : 0.9|plan.optimizer.momentum",
                "\"learningRate\" : 0.05|\"learningRate\" : null|plan.learningRate",
                "\"seed\" : 7|\"seed\" : 7.5|plan.seed",
                "\"seed\" : 7|\"seed\" : 99999999999999999999|plan.seed",
                "\"state\" : \"PAUSED\"|\"state\" : \"ASLEEP\"|state",
                "\"step\" : 0|\"step\" : [ ]|step",
                "\"started\" : \"2026|\"started\" : \"yesterday, 2026|started",
                "\"started\" : \"2026-11-23T04:00:00Z\"|\"started\" : null|started",
                "\"oneDnn\" : false|\"oneDnn\" : \"no\"|engine.oneDnn",
                "\"options\" : {|\"options\" : {\"pool\" : 3,|options.pool",
                "\"versions\" : {|\"versions\" : 3, \"v\" : {|versions",
            })
    void aFieldThatIsNotUnderstoodIsNamed(String text, String other, String field) throws IOException {
        Path file = written();
        edit(file, text, other);
        // "pool" is there twice then, which no reader should choose from
        String code = field.equals("options.pool") ? "run.notJson" : "run.cardField";
        assertProblem(code, () -> RunCard.read(file), file, field.substring(field.lastIndexOf('.') + 1));
    }

    @Test
    void whatAPersonMayNotChooseIsRefusedInACardToo() throws IOException {
        Path file = written();
        edit(file, "\"learningRate\" : 0.05", "\"learningRate\" : -3");
        assertProblem("spec.learningRate", () -> RunCard.read(file), -3);
    }

    @Test
    void whatIsNotJsonIsAProblem() throws IOException {
        Path file = written();
        String whole = Files.readString(file);
        for (String text : List.of("", "[", "<html>", whole + "}", whole.substring(0, 400), "[".repeat(100_000))) {
            Files.writeString(file, text);
            assertProblem(text.isEmpty() ? "run.cardField" : "run.notJson", () -> RunCard.read(file), file);
        }
        Files.write(file, new byte[CardText.MOST_BYTES + 1]);
        assertProblem("run.tooLong", () -> RunCard.read(file), file);
        assertProblem("run.unreadable", () -> RunCard.read(folder.resolve("none.json")), "none.json");
        assertProblem("run.unreadable", () -> RunCard.read(folder), folder);
    }

    private Path written() {
        Path file = folder.resolve("run.json");
        Small.card(Small.network()).write(file);
        return file;
    }

    private static void edit(Path file, String text, String other) throws IOException {
        String card = Files.readString(file);
        assertTrue(card.contains(text), text + " is not in\n" + card);
        Files.writeString(file, card.replace(text, other));
    }
}
