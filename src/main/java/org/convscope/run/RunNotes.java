package org.convscope.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.convscope.problem.Problem;

/**
 * What a person says of a run. It stands in a small file of its own beside the card, so that a run can be
 * named while it is being written.
 *
 * @param name one line, or empty
 * @param note any text, or empty
 * @param starred whether it is to be found again
 */
public record RunNotes(String name, String note, boolean starred) {

    /** Nothing is said. */
    public static final RunNotes NONE = new RunNotes("", "", false);

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 100;

    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 10_000;

    /** No file of notes is longer: each character may be written as six bytes. */
    static final int MOST_BYTES = 6 * (LONGEST_NAME + LONGEST_NOTE) + 1024;

    private static final int FORMAT = 1;

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A Problem if a text is too long, or a name more than a line. */
    public RunNotes {
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.of("run.name", shortened(name), LONGEST_NAME).asException();
        }
        if (note.length() > LONGEST_NOTE) {
            throw Problem.of("run.note", note.length(), LONGEST_NOTE).asException();
        }
    }

    /** The same under another name; empty for none. */
    public RunNotes named(String other) {
        return new RunNotes(other.strip(), note, starred);
    }

    /** The same with another note; empty for none. */
    public RunNotes noted(String other) {
        return new RunNotes(name, other.strip(), starred);
    }

    /** The same with or without a star. */
    public RunNotes starred(boolean star) {
        return new RunNotes(name, note, star);
    }

    /** What is said in a file; {@link #NONE} if there is none, a Problem if it is not understood. */
    static RunNotes read(Path file) {
        return Files.exists(file) ? read(file.toString(), BoundedFile.read(file, MOST_BYTES)) : NONE;
    }

    static RunNotes read(String file, byte[] text) {
        CardFields fields = CardFields.parse(file, text);
        fields.mustBeOfFormat(FORMAT);
        return new RunNotes(fields.text("name"), fields.text("note"), fields.truth("starred"));
    }

    /** Writes them, whole or not at all. */
    void write(Path file) {
        ObjectNode json = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("name", name)
                .put("note", note)
                .put("starred", starred);
        WholeFile.write(file, out -> out.write(JSON.writeValueAsBytes(json)));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text;
    }
}
