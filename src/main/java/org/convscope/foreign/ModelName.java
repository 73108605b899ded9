package org.convscope.foreign;

import java.nio.file.Path;

/** What a model is called after its file. */
final class ModelName {

    private static final int LONGEST = 40;

    private ModelName() {}

    /** The file's name without its ending; of a {@code model.json}, the folder's. */
    static String of(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        String name = whole.getFileName().toString();
        if (name.equals("model.json") && whole.getParent().getFileName() != null) {
            return whole.getParent().getFileName().toString();
        }
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The same in letters that may stand in an id and in the name of a folder. */
    static String id(Path file) {
        String id = of(file).replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        return id.isEmpty() ? "model" : id.substring(0, Math.min(LONGEST, id.length()));
    }
}
