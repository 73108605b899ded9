package org.convscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.convscope.cli.Commands;
import org.convscope.cli.Surroundings;
import org.convscope.problem.ProblemException;
import org.convscope.ui.kit.FxPulse;
import org.convscope.ui.meter.Photographer;
import org.convscope.ui.meter.WindowMeter;
import org.convscope.ui.meter.Wish;
import org.convscope.ui.shell.ConvScopeWindow;
import org.convscope.workbench.Workbench;

/**
 * A call of the program that means the window: no command at all, or {@code window}, behind which the
 * benches and the script that makes the README's pictures say what they want.
 */
final class WindowCall {

    private static final String COMMAND = "window";
    private static final String MEASURE = "--measure";
    private static final String PICTURES = "--pictures";
    private static final String MAPS = "maps";

    private WindowCall() {}

    static boolean isMeant(String[] arguments) {
        return arguments.length == 0 || arguments[0].equals(COMMAND);
    }

    static void open(String[] arguments) {
        Workbench workbench = Wiring.workbench();
        try {
            Surroundings.windowProblems().stream().findFirst().ifPresent(problem -> {
                throw problem.asException();
            });
            // The engine's libraries before the toolkit's: side by side they can wait for each other for ever.
            workbench.warmUp();
        } catch (ProblemException noWindow) {
            System.exit(Commands.complain(noWindow.problem()));
        }
        FxPulse.start(() -> show(workbench, List.of(arguments)));
    }

    /** A window on the first trained network; what is opened beside it gets a workbench as the program makes it. */
    static ConvScopeWindow window(Stage stage, Workbench workbench) {
        return new Windows(Wiring::workbench).window(stage, workbench, Optional.empty());
    }

    private static void show(Workbench workbench, List<String> arguments) {
        Stage stage = new Stage();
        ConvScopeWindow window = window(stage, workbench);
        if (arguments.contains(MEASURE)) {
            new WindowMeter(wish(arguments), window.explore(), stage).begin();
        } else if (arguments.contains(PICTURES)) {
            Photographer photographer = new Photographer(Path.of(arguments.get(2)), window.explore(), stage);
            if (arguments.contains(MAPS)) {
                photographer.beginMaps();
            } else {
                photographer.begin();
            }
        }
        window.show();
    }

    /** {@code window --measure KIND ROUNDS MINUTES FILE [NETWORK]}, as {@code ./convscope bench} calls it. */
    private static Wish wish(List<String> arguments) {
        return new Wish(
                arguments.get(2),
                Integer.parseInt(arguments.get(3)),
                Double.parseDouble(arguments.get(4)),
                arguments.size() > 6 ? arguments.get(6) : "",
                Path.of(arguments.get(5)));
    }
}
