package org.convscope.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.convscope.problem.Problem;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Vectors as ND4J writes them: a header and the words of the shape, a header and the values, big-endian.
 * A header is the way of allocation, the length and the type, the two names with their length before.
 *
 * <p>ND4J's own reader believes every word and makes room for as many values as a file says it has. This
 * one knows what must come and stops at the first word that is different.
 */
final class ArrayFormat {

    /** Words of the shape of a vector: rank, lengths, strides, extras, element-wise stride, order. */
    private static final int MOST_SHAPE_WORDS = 8;

    /** Floats that are written at once. */
    private static final int PIECE = 1 << 14;

    private ArrayFormat() {}

    /** Writes a vector of floats in pieces: ND4J asks its buffer for one value after the other. */
    static void write(INDArray vector, OutputStream entry) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(entry))) {
            vector.shapeInfoDataBuffer().write(out);
            out.writeUTF(vector.data().allocationMode().name());
            out.writeLong(vector.length());
            out.writeUTF("FLOAT");
            FloatPointer values = Arrays.pointer(vector);
            float[] piece = new float[PIECE];
            ByteBuffer bytes = ByteBuffer.allocate(PIECE * Float.BYTES);
            for (long from = 0; from < vector.length(); from += PIECE) {
                int some = (int) Math.min(PIECE, vector.length() - from);
                values.position(from).get(piece, 0, some);
                bytes.clear().asFloatBuffer().put(piece, 0, some);
                out.write(bytes.array(), 0, some * Float.BYTES);
            }
        }
    }

    /** Reads exactly {@code expected} finite floats and nothing behind them, or says what is wrong. */
    static float[] read(String name, InputStream entry, int expected) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(entry))) {
            readShape(name, in, expected);
            readHeader(name, in, "FLOAT", expected, expected);
            float[] values = new float[expected];
            for (int i = 0; i < expected; i++) {
                values[i] = in.readFloat();
                if (!Float.isFinite(values[i])) {
                    throw Problem.of("engine.notFinite", name, i + 1, values[i]).asException();
                }
            }
            if (in.read() >= 0) {
                throw Problem.of("engine.tooLong", name, expected).asException();
            }
            return values;
        } catch (EOFException tooShort) {
            throw Problem.of("engine.tooShort", name, expected).asException(tooShort);
        } catch (UTFDataFormatException notText) {
            throw Problem.of("engine.notAnArray", name, "?").asException(notText);
        }
    }

    private static void readShape(String name, DataInputStream in, int expected) throws IOException {
        int words = readHeader(name, in, "LONG", 4, MOST_SHAPE_WORDS);
        long rank = in.readLong();
        if (words != 2 * rank + 4) {
            throw Problem.of("engine.notAnArray", name, rank).asException();
        }
        long size = 1;
        for (int word = 1; word < words; word++) {
            long value = in.readLong();
            // At most two lengths; a product that overflows cannot come back to what is expected by chance
            // and be a vector, since one of them must be 1.
            if (word <= rank) {
                if (value < 1 || (size != 1 && value != 1)) {
                    throw Problem.of("engine.wrongCount", name, value, expected).asException();
                }
                size *= value;
            }
        }
        if (size != expected) {
            throw Problem.of("engine.wrongCount", name, size, expected).asException();
        }
    }

    private static int readHeader(String name, DataInputStream in, String type, int least, int most)
            throws IOException {
        String allocation = in.readUTF();
        boolean isOld = allocation.equals("HEAP") || allocation.equals("JAVACPP") || allocation.equals("DIRECT");
        if (!isOld && !allocation.equals("LONG_SHAPE") && !allocation.equals("MIXED_DATA_TYPES")) {
            throw Problem.of("engine.notAnArray", name, printable(allocation)).asException();
        }
        long length = isOld ? in.readInt() : in.readLong();
        String found = in.readUTF();
        if (!found.equals(type)) {
            throw Problem.of("engine.notAnArray", name, printable(found)).asException();
        }
        if (length < least || length > most) {
            throw Problem.of("engine.wrongCount", name, length, most).asException();
        }
        return (int) length;
    }

    private static String printable(String word) {
        String start = word.length() > 20 ? word.substring(0, 20) + "…" : word;
        return start.replaceAll("[^\\p{Alnum}_…]", "?");
    }
}
