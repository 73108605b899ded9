package org.convscope.ui.dock;

/** What a person types or chooses for a new run, and where a problem with it is shown, in the order of the form. */
enum NewRunField {
    /** The dataset, which may not be here yet. */
    DATA,
    LEARNING_RATE,
    BATCH,
    EPOCHS,
    SEED,
    /** {@code constant}, {@code step} or {@code cosine}. */
    SCHEDULE,
    /** For steps: multiplied with what. */
    STEP_DECAY,
    /** For steps: after how many epochs. */
    STEP_EPOCHS,
    /** Size of images as the network is shown them; blank for what it needs. */
    INPUT,
    /** Nothing typed: the drawing as a whole. */
    NETWORK
}
