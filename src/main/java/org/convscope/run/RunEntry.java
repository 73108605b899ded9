package org.convscope.run;

import java.nio.file.Path;
import java.util.Optional;
import org.convscope.problem.Problem;

/**
 * A run in the store.
 *
 * @param id name of its folder
 * @param folder where it is
 * @param card what it is; empty if that cannot be read
 * @param bytes what its files take on the disk
 * @param problem why its card cannot be read, if it cannot
 */
public record RunEntry(String id, Path folder, Optional<RunCard> card, long bytes, Optional<Problem> problem) {}
