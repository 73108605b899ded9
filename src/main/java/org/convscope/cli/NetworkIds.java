package org.convscope.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Size;
import org.convscope.blueprint.Zoo;
import picocli.CommandLine;

/** The ids of all networks in the zoo, for the help of commands. */
final class NetworkIds implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Zoo.ALL.stream().map(Architecture::id).iterator();
    }

    /** Lists them size by size below a command's help. */
    static void footer(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .footerHeading("%nNetworks:%n")
                .footer(Arrays.stream(Size.values())
                        .flatMap(size -> Stream.of(
                                switch (size) {
                                    case SMALL -> "  small as published";
                                    case MINI -> "  small forms of the large ones, to train while one watches";
                                    case BOOK -> "  as in paper and course";
                                },
                                "    " + of(size)))
                        .toArray(String[]::new));
    }

    private static String of(Size size) {
        return Zoo.ALL.stream()
                .filter(architecture -> architecture.size() == size)
                .map(Architecture::id)
                .collect(Collectors.joining(" "));
    }
}
