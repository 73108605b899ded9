package org.convscope.ui.explore;

/** What the window is used for at the moment. */
public enum Mode {
    /** To see a network at work. */
    EXPLORE,
    /** To see several networks learn side by side. */
    COMPARE,
    /** To see what networks are made of and what they cost. */
    ANATOMY,
    /** To find a run that was recorded. */
    RUNS
}
