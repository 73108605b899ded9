package org.convscope.foreign;

import java.nio.file.Path;
import org.convscope.foreign.hdf5.Hdf5File;
import org.convscope.problem.Problem;

/** Opens what other programs saved, known by how the file begins and not by what it is called. */
public final class ForeignModels {

    private static final int FIRST_BYTES = 64;
    private static final String OUR_CARD = "convscope.json";

    private ForeignModels() {}

    /** Whether a file is of one of these formats; a zip with a card of our own is not. */
    public static boolean isForeign(Path file) {
        byte[] first = ReadFile.start(file, FIRST_BYTES);
        return Hdf5File.isHdf5(first)
                || isJson(first)
                || isZip(first) && Dl4jFile.holds(file, Dl4jFile.CONFIGURATION) && !Dl4jFile.holds(file, OUR_CARD);
    }

    /** Reads a file; one that is damaged, or lies, is a Problem, and one that is partly understood says so. */
    public static ForeignModel open(Path file) {
        byte[] first = ReadFile.start(file, FIRST_BYTES);
        if (Hdf5File.isHdf5(first)) {
            return KerasFile.open(file);
        }
        if (isJson(first)) {
            return TfjsFile.open(file);
        }
        if (isZip(first)) {
            return Dl4jFile.open(file);
        }
        throw Problem.of("foreign.unknown", file).asException();
    }

    private static boolean isZip(byte[] first) {
        return first.length > 3 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4;
    }

    private static boolean isJson(byte[] first) {
        for (byte letter : first) {
            if (letter == '{') {
                return true;
            }
            if (letter != ' ' && letter != '\n' && letter != '\r' && letter != '\t') {
                return false;
            }
        }
        return false;
    }
}
