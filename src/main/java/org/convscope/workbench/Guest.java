package org.convscope.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.convscope.problem.Problem;

/**
 * What distinguishes the run of a network that another program saved.
 *
 * @param origin the file that it came from; empty of a network of our own
 * @param remarks what a person should know before believing what is shown
 * @param whole whether all of the network was understood
 * @param labelled whether the images' labels are classes of the network
 */
record Guest(Optional<Path> origin, List<Problem> remarks, boolean whole, boolean labelled) {

    /** A network of our own. */
    static final Guest NONE = new Guest(Optional.empty(), List.of(), true, true);

    Guest {
        remarks = List.copyOf(remarks);
    }
}
