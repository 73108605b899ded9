package org.convscope.cli;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.convscope.run.RunStore;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Mixin;

/** What the commands about recorded runs have in common. */
abstract class RunsPart implements Callable<Integer> {

    @Mixin
    SharedOptions shared;

    final Voice voice;
    final Function<WorkbenchWishes, Workbench> workbenches;

    RunsPart(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
        this.voice = voice;
        this.workbenches = workbenches;
    }

    @Override
    public final Integer call() {
        voice.choose(shared.json, shared.quiet);
        return answer(workbenches.apply(shared.wishes()).runs());
    }

    /** Does what is asked, and returns an {@link ExitCode}. */
    abstract int answer(RunStore store);
}
