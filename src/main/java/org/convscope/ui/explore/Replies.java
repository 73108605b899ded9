package org.convscope.ui.explore;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Where what was asked for goes when it comes, and where when it fails. */
final class Replies {

    private Replies() {}

    /** A reply goes to the one, what went wrong to the other. */
    static <T> BiConsumer<T, Throwable> to(Consumer<T> receiver, Consumer<Throwable> failed) {
        return (reply, wrong) -> {
            if (wrong == null) {
                receiver.accept(reply);
            } else {
                failed.accept(wrong);
            }
        };
    }
}
