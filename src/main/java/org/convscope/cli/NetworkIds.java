package org.convscope.cli;

import java.util.Iterator;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Zoo;

/** The ids of all networks in the zoo, for the help of commands. */
final class NetworkIds implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Zoo.ALL.stream().map(Architecture::id).iterator();
    }
}
