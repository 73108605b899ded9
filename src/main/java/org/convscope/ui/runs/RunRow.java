package org.convscope.ui.runs;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A run in the table: it stays the same row while what is known of it changes. */
final class RunRow {

    private final Path folder;
    private final ReadOnlyObjectWrapper<RunFacts> facts;

    RunRow(RunFacts first) {
        folder = first.entry().folder();
        facts = new ReadOnlyObjectWrapper<>(first);
    }

    Path folder() {
        return folder;
    }

    RunFacts facts() {
        return facts.get();
    }

    ReadOnlyObjectProperty<RunFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    void learn(RunFacts now) {
        if (!now.equals(facts.get())) {
            facts.set(now);
        }
    }
}
