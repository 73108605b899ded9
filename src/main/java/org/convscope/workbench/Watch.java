package org.convscope.workbench;

import java.time.Instant;

/**
 * How it stands with a run that somebody else writes.
 *
 * @param savedStep the step of the network that is looked at: the last one that was saved
 * @param savedAt when that was, by this machine's clock
 * @param isThere whether its folder is
 */
public record Watch(long savedStep, Instant savedAt, boolean isThere) {}
