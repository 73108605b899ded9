package org.convscope.blueprint.census;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Zoo;
import org.junit.jupiter.api.Test;

class TablesTest {

    private final Blueprint lenet = Zoo.byId("lenet").draw(Zoo.byId("lenet").standardInput(), 10, Map.of());
    private final Census census = Census.of(lenet);

    @Test
    void everyNodeHasItsArithmeticAndShare() {
        Table table = Tables.byNode(census);
        List<String> conv2 = table.rows().get(4);
        assertEquals(
                List.of(
                        "conv2",
                        "",
                        "conv",
                        "16×10×10",
                        "2416",
                        "16·(5·5·6)+16 = 2,416",
                        "0.039153",
                        "240000",
                        "(16·10·10)·(5·5·6) = 240,000",
                        "0.576203",
                        "6400",
                        "9664",
                        "14×14"),
                conv2);
        assertEquals("120·400 = 48,000", cell(table, 7, "mac_arithmetic"));
        assertEquals("all", cell(table, 7, "receptive_field"));
        assertEquals("", cell(table, 3, "mac_arithmetic"));
        assertEquals(61_706, sum(table, "parameters"));
        assertEquals(416_520, sum(table, "macs"));
    }

    @Test
    void blocksSumUpWhatTheirNodesCost() {
        Census normed = Drawings.lenet(Map.of("batch-norm", "yes"));
        Table table = Tables.byBlock(normed);
        assertEquals("2416+32", cell(table, 2, "parameter_arithmetic"));
        assertEquals("", cell(table, 2, "mac_arithmetic"), "one node alone is no sum");
        assertEquals(normed.parameters(), sum(table, "parameters"));
    }

    @Test
    void valuesAreCommaSeparatedAsTheStandardHasIt() {
        String csv = Tables.byNode(census).csv();
        List<String> lines = csv.lines().toList();
        assertEquals(
                "node,block,operation,output,parameters,parameter_arithmetic,parameter_share,macs,mac_arithmetic,"
                        + "mac_share,activation_bytes,parameter_bytes,receptive_field",
                lines.get(0));
        assertTrue(lines.get(5).startsWith("conv2,,conv,16×10×10,2416,\"16·(5·5·6)+16 = 2,416\","), lines.get(5));
        assertEquals(lines.size(), csv.split("\r\n", -1).length - 1, "every line ends in CR LF");
        Table quotes = new Table(List.of(Table.Column.words("a")), List.of(List.of("say \"no\"\nor, yes")), List.of());
        assertEquals("a\r\n\"say \"\"no\"\"\nor, yes\"\r\n", quotes.csv());
    }

    @Test
    void markdownGroupsDigitsAndEndsInTheTotals() {
        List<String> lines = Tables.byNode(census).markdown().lines().toList();
        assertEquals(2 + census.rows().size() + 1, lines.size());
        assertTrue(lines.get(1).startsWith("| --- | --- | --- | --- | ---: | --- | ---: |"), lines.get(1));
        assertTrue(lines.get(6).contains("| 2,416 | 16·(5·5·6)+16 = 2,416 | 3.9 % | 240,000 |"), lines.get(6));
        assertTrue(lines.get(lines.size() - 1).startsWith("| **total** |"), lines.get(lines.size() - 1));
        assertTrue(lines.get(lines.size() - 1).contains("| **61,706** |"), lines.get(lines.size() - 1));
        Table pipes = new Table(List.of(Table.Column.words("a")), List.of(List.of("this|that")), List.of());
        assertTrue(pipes.markdown().endsWith("| this\\|that |\n"), pipes.markdown());
    }

    @Test
    void aComparisonHasARowForEachPair() {
        Blueprint alexNet = Drawings.alexNet();
        Table table = Tables.of(Comparison.of(census, Census.of(alexNet)), lenet, alexNet);
        assertEquals("changed", cell(table, 1, "likeness"));
        assertEquals("96×54×54", cell(table, 1, "right_output"));
        assertTrue(
                cell(table, 1, "differences").startsWith("output channels 6 → 96; kernel size 5 → 11; stride 1 → 4"));
        assertEquals(61_706, sum(table, "left_parameters"));
        assertEquals(46_764_746, sum(table, "right_parameters"));
    }

    @Test
    void memoryIsCountedInBytesOfFloats() {
        assertEquals(4 * 61_706, census.parameterBytes());
        // 1·28² + 2·6·28² + 6·14² + 2·16·10² + 16·5² + 2·120 + 2·84 + 2·10 values
        assertEquals(4 * (784 + 9_408 + 1_176 + 3_200 + 400 + 240 + 168 + 20), census.activationBytes());
        assertEquals(2 * (246_824 + 256 * census.activationBytes()), census.trainingBytes(256));
        assertEquals(16, census.receptiveField().size());
        assertEquals(5, census.layers());
    }

    private static long sum(Table table, String column) {
        return table.rows().stream()
                .map(row -> row.get(index(table, column)))
                .filter(cell -> !cell.isEmpty())
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static String cell(Table table, int row, String column) {
        return table.rows().get(row).get(index(table, column));
    }

    private static int index(Table table, String column) {
        return table.columns().stream().map(Table.Column::id).toList().indexOf(column);
    }
}
