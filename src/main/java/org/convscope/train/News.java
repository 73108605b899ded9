package org.convscope.train;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every listener every event, in order. A listener that fails does not end a training of hours:
 * its first failure is logged, and it goes on hearing, as the others do.
 */
final class News {

    private static final Logger LOG = LoggerFactory.getLogger(News.class);

    private final List<Consumer<TrainEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Set<Consumer<TrainEvent>> failed = new HashSet<>();

    void add(Consumer<TrainEvent> listener) {
        listeners.add(listener);
    }

    void remove(Consumer<TrainEvent> listener) {
        listeners.remove(listener);
    }

    /** On the network's thread. */
    void tell(TrainEvent event) {
        for (Consumer<TrainEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException failure) {
                if (failed.add(listener)) {
                    LOG.error("A listener failed at {}", event, failure);
                }
            }
        }
    }
}
