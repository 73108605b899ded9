package org.convscope.foreign;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.util.Arrays;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/**
 * All parameters of a DL4J network: one vector, as ND4J writes it, of floats or doubles. A header names the way of
 * allocation, the length and the type; the words of the shape come first, then the values, all big-endian. Only as
 * many values are made room for as have come.
 */
final class Coefficients {

    private static final int MOST_SHAPE_WORDS = 8;
    private static final int AT_FIRST = 1 << 16;

    private final String file;
    private final float[] values;

    private Coefficients(String file, float[] values) {
        this.file = file;
        this.values = values;
    }

    /**
     * Reads the first {@code wanted} values.
     *
     * @param whole whether there must be no others
     */
    static Coefficients read(String file, InputStream entry, long wanted, boolean whole) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(entry))) {
            Header shape = Header.read(file, in);
            if (!shape.type.equals("LONG") || shape.length < 4 || shape.length > MOST_SHAPE_WORDS) {
                throw strange(file, shape.type);
            }
            in.skipNBytes(8 * shape.length);
            Header data = Header.read(file, in);
            boolean doubles = data.type.equals("DOUBLE");
            if (!doubles && !data.type.equals("FLOAT")) {
                throw strange(file, data.type);
            }
            if (data.length < wanted || whole && data.length != wanted) {
                throw Problem.of("foreign.count", file, data.length, wanted).asException();
            }
            float[] values = new float[(int) Math.min(AT_FIRST, wanted)];
            for (int i = 0; i < wanted; i++) {
                if (i == values.length) {
                    values = Arrays.copyOf(values, (int) Math.min(2L * values.length, wanted));
                }
                values[i] = doubles ? (float) in.readDouble() : in.readFloat();
            }
            return new Coefficients(file, values);
        } catch (EOFException tooShort) {
            throw Problem.of("foreign.count", file, "–", wanted).asException(tooShort);
        } catch (UTFDataFormatException notText) {
            throw strange(file, "?");
        }
    }

    /** So many of them from an offset on, all of which are numbers. */
    float[] part(String what, long from, int length) {
        if (from < 0 || from + length > values.length) {
            throw Problem.of("foreign.count", file, values.length, from + length)
                    .asException();
        }
        return Finite.check(what, Arrays.copyOfRange(values, (int) from, (int) from + length));
    }

    private static ProblemException strange(String file, String word) {
        String start = word.length() > 20 ? word.substring(0, 20) + "…" : word;
        return Problem.of("foreign.notAVector", file, start.replaceAll("[^\\p{Alnum}_…]", "?"))
                .asException();
    }

    private record Header(String type, long length) {

        static Header read(String file, DataInputStream in) throws IOException {
            String allocation = in.readUTF();
            boolean old = allocation.equals("HEAP") || allocation.equals("JAVACPP") || allocation.equals("DIRECT");
            if (!old && !allocation.equals("LONG_SHAPE") && !allocation.equals("MIXED_DATA_TYPES")) {
                throw strange(file, allocation);
            }
            long length = old ? in.readInt() : in.readLong();
            return new Header(in.readUTF(), length);
        }
    }
}
