package org.convscope.cli;

import java.nio.file.Path;
import org.convscope.spec.EngineSettings;

/**
 * How a command wants its workbench.
 *
 * @param engine threads and helpers
 * @param runs folder that runs are recorded in, or {@code null} for the user's data folder
 */
public record WorkbenchWishes(EngineSettings engine, Path runs) {}
