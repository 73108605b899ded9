package org.convscope.workbench;

import java.util.List;
import org.convscope.problem.Problem;

/**
 * What distinguishes the run of a network that another program saved.
 *
 * @param foreign whether it is one
 * @param remarks what a person should know before believing what is shown
 * @param whole whether all of the network was understood
 * @param labelled whether the images' labels are classes of the network
 */
record Guest(boolean foreign, List<Problem> remarks, boolean whole, boolean labelled) {

    /** A network of our own. */
    static final Guest NONE = new Guest(false, List.of(), true, true);

    Guest {
        remarks = List.copyOf(remarks);
    }
}
