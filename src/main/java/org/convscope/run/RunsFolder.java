package org.convscope.run;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a person's runs are kept, as each operating system wants it. */
public final class RunsFolder {

    /** The environment's variable that names another folder, for a program that is not to touch the person's. */
    public static final String VARIABLE = "CONVSCOPE_RUNS";

    private RunsFolder() {}

    /** The folder of the person who runs the program. */
    public static Path standard() {
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /**
     * Linux: {@code $XDG_DATA_HOME/convscope/runs} or {@code ~/.local/share/convscope/runs}; macOS:
     * {@code ~/Library/Application Support/ConvScope/runs}; Windows: {@code %LOCALAPPDATA%\ConvScope\runs}.
     * Before all of them, an absolute path in {@value #VARIABLE}.
     */
    static Path of(String system, Path home, Map<String, String> environment) {
        Path wanted = given(environment.get(VARIABLE), null);
        if (wanted != null) {
            return wanted;
        }
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("mac")) {
            return home.resolve("Library/Application Support/ConvScope/runs");
        }
        if (lower.contains("windows")) {
            return given(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                    .resolve("ConvScope/runs");
        }
        return given(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"))
                .resolve("convscope/runs");
    }

    // The XDG specification has relative paths ignored.
    private static Path given(String path, Path otherwise) {
        return path == null || path.isEmpty() || !Path.of(path).isAbsolute() ? otherwise : Path.of(path);
    }
}
