package org.convscope.ui.mistakes;

import java.util.List;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.OpenRun;

/** What the classes of a run's images are called. */
final class ClassNames {

    private ClassNames() {}

    /** The name of a class in the reader's language, or its number where it has none. */
    static String of(OpenRun run, int label) {
        List<String> names = run == null
                ? List.of()
                : run.dataset().card().classNames(Texts.language().get());
        return label >= 0 && label < names.size() ? names.get(label) : String.valueOf(label);
    }
}
