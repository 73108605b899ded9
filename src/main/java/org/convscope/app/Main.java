package org.convscope.app;

import org.convscope.cli.Commands;

/** Opens the window, or runs the command that the arguments name. */
public final class Main {

    private Main() {}

    /** Begins the program; ends the machine with the command's exit code. */
    public static void main(String[] arguments) {
        if (WindowCall.isMeant(arguments)) {
            WindowCall.open(arguments);
            return;
        }
        System.exit(new Commands(Wiring::workbench, Wiring::bench, Windows::open, Windows::watch).run(arguments));
    }
}
