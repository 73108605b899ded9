package org.convscope.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.convscope.blueprint.census.Table;
import org.convscope.problem.Problem;

/** How a census is written. */
enum CensusFormat {
    /** Columns for the eye, with the arithmetic and the totals as a sentence. */
    TABLE("table", ".txt") {
        @Override
        String write(String text, Table table) {
            return text;
        }
    },
    /** RFC 4180. */
    CSV("csv", ".csv") {
        @Override
        String write(String text, Table table) {
            return table.csv();
        }
    },
    /** A table as GitHub's Markdown has it. */
    MARKDOWN("markdown", ".md") {
        @Override
        String write(String text, Table table) {
            return table.markdown();
        }
    };

    private final String id;
    private final String ending;

    CensusFormat(String id, String ending) {
        this.id = id;
        this.ending = ending;
    }

    /** What is written: {@code text} for a terminal, or the table. */
    abstract String write(String text, Table table);

    /** The format that was asked for; where none was, what the file's name says. */
    static CensusFormat of(String asked, Path file) {
        if (asked == null) {
            String name = String.valueOf(file).toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(format -> name.endsWith(format.ending))
                    .findFirst()
                    .orElse(TABLE);
        }
        return Arrays.stream(values())
                .filter(format -> format.id.equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                "cli.format",
                                asked,
                                Arrays.stream(values()).map(format -> format.id).collect(Collectors.joining(", ")))
                        .asException());
    }
}
