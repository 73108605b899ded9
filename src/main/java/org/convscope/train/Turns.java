package org.convscope.train;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;

/**
 * Takes turns with everybody who asks a network something. However often a turn is wished for, only one
 * letter lies in the mailbox; wished for during a turn, the next one comes after the questions that wait.
 */
final class Turns {

    private final NetworkThread thread;
    private final Consumer<Network> work;
    private final Consumer<Throwable> failed;
    private final Consumer<Throwable> refused;
    private final AtomicBoolean posted = new AtomicBoolean();

    // These two belong to the network's thread.
    private boolean working;
    private boolean again;

    /**
     * No turn is wished for yet.
     *
     * @param work what a turn does
     * @param failed hears what a turn threw; on which thread is not said
     * @param refused hears why there is no network to work on: it is closed, or was never born
     */
    Turns(NetworkThread thread, Consumer<Network> work, Consumer<Throwable> failed, Consumer<Throwable> refused) {
        this.thread = thread;
        this.work = work;
        this.failed = failed;
        this.refused = refused;
    }

    /** Wishes for a turn; from any thread. */
    void wish() {
        if (posted.compareAndSet(false, true)) {
            AtomicBoolean opened = new AtomicBoolean();
            var unused = thread.ask(network -> {
                        opened.set(true);
                        open(network);
                        return null;
                    })
                    .whenComplete((done, thrown) -> {
                        if (thrown != null && opened.get()) {
                            failed.accept(thrown);
                        } else if (thrown != null) {
                            posted.set(false);
                            refused.accept(thrown);
                        }
                    });
        }
    }

    private void open(Network network) {
        posted.set(false);
        // A mailbox that answers at once hands over the next letter while this one is open.
        again = true;
        if (!working) {
            working = true;
            try {
                while (again) {
                    again = false;
                    work.accept(network);
                }
            } finally {
                working = false;
            }
        }
    }
}
