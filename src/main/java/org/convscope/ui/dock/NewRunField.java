package org.convscope.ui.dock;

/** What a person types or chooses for a new run, and where a problem with it is shown. */
enum NewRunField {
    LEARNING_RATE,
    /** {@code constant}, {@code step} or {@code cosine}. */
    SCHEDULE,
    /** For steps: after how many epochs. */
    STEP_EPOCHS,
    /** For steps: multiplied with what. */
    STEP_DECAY,
    BATCH,
    EPOCHS,
    SEED,
    /** Nothing typed: the drawing as a whole. */
    NETWORK
}
