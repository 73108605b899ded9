package org.convscope.ui.travel;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.convscope.train.TrainEvent;

/** Which epoch a step belongs to, as far as steps were told of; however many steps an epoch has. */
final class Calendar {

    /** The epochs that were told of, by the first step of each. */
    private final NavigableMap<Long, Integer> starts = new TreeMap<>();

    /** Forgets everything. */
    void clear() {
        starts.clear();
    }

    /** Hears news in the order in which they came. */
    void hear(List<TrainEvent> news) {
        for (TrainEvent event : news) {
            if (event instanceof TrainEvent.StepDone done
                    && (starts.isEmpty() || starts.lastEntry().getValue() < done.epoch())) {
                starts.put(done.step(), done.epoch());
            }
        }
    }

    /** The epoch of a step, from 1; empty before the first step that was told of. */
    OptionalInt epoch(long step) {
        Map.Entry<Long, Integer> start = starts.floorEntry(step);
        return start == null ? OptionalInt.empty() : OptionalInt.of(start.getValue());
    }

    /** The steps that ended an epoch, ascending. */
    List<Long> ends() {
        return starts.keySet().stream().skip(1).map(start -> start - 1).toList();
    }
}
