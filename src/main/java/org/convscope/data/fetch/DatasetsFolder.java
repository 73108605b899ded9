package org.convscope.data.fetch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where fetched datasets are kept: beside the person's runs, as each operating system wants it. */
public final class DatasetsFolder {

    /** The environment's variable that names another folder. */
    public static final String VARIABLE = "CONVSCOPE_DATASETS";

    private DatasetsFolder() {}

    /** The folder of the person who runs the program. */
    public static Path standard() {
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /**
     * Linux: {@code $XDG_DATA_HOME/convscope/datasets} or {@code ~/.local/share/convscope/datasets}; macOS:
     * {@code ~/Library/Application Support/ConvScope/datasets}; Windows: {@code %LOCALAPPDATA%\ConvScope\datasets}.
     * Before all of them, an absolute path in {@value #VARIABLE}.
     */
    static Path of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        Path usual;
        if (name.contains("mac")) {
            usual = home.resolve("Library/Application Support/ConvScope");
        } else if (name.contains("windows")) {
            usual = absolute(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData/Local"))
                    .resolve("ConvScope");
        } else {
            usual = absolute(environment, "XDG_DATA_HOME")
                    .orElse(home.resolve(".local/share"))
                    .resolve("convscope");
        }
        return absolute(environment, VARIABLE).orElse(usual.resolve("datasets"));
    }

    // A relative path would name another folder wherever the program is started; XDG has such ignored.
    private static Optional<Path> absolute(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
