package org.convscope.run.tensorboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** Reads event files as strictly as the format says, with nothing of what writes them; a wrong checksum fails. */
public final class EventReader {

    /** A message, by the numbers of its fields: a Long, a Double, a Float, or bytes, each as often as it came. */
    public record Fields(Map<Integer, List<Object>> values) {

        /** The only value of a field. */
        public Object one(int field) {
            assertEquals(1, values.getOrDefault(field, List.of()).size(), "field " + field);
            return values.get(field).get(0);
        }

        /** The only message in a field. */
        public Fields message(int field) {
            return parse((byte[]) one(field));
        }

        /** The only text in a field. */
        public String text(int field) {
            return new String((byte[]) one(field), StandardCharsets.UTF_8);
        }

        /** The packed numbers in a field. */
        public List<Double> reals(int field) {
            ByteBuffer packed = littleEndian((byte[]) one(field));
            List<Double> reals = new ArrayList<>();
            while (packed.hasRemaining()) {
                reals.add(packed.getDouble());
            }
            return reals;
        }

        /** Whether there is such a field. */
        public boolean has(int field) {
            return values.containsKey(field);
        }
    }

    private EventReader() {}

    /** The events of a file. */
    public static List<Fields> read(Path file) throws IOException {
        ByteBuffer bytes = littleEndian(Files.readAllBytes(file));
        List<Fields> events = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] head = take(bytes, Long.BYTES);
            check(head, bytes.getInt());
            byte[] body = take(bytes, Math.toIntExact(littleEndian(head).getLong()));
            check(body, bytes.getInt());
            events.add(parse(body));
        }
        return events;
    }

    /** The values of the summaries with this tag, by step. */
    public static Map<Long, Fields> values(List<Fields> events, String tag) {
        Map<Long, Fields> found = new TreeMap<>();
        for (Fields event : events) {
            if (event.has(5)) {
                Fields value = event.message(5).message(1);
                if (value.text(1).equals(tag)) {
                    found.put((Long) event.one(2), value);
                }
            }
        }
        return found;
    }

    static Fields parse(byte[] message) {
        ByteBuffer bytes = littleEndian(message);
        Map<Integer, List<Object>> values = new TreeMap<>();
        while (bytes.hasRemaining()) {
            long key = varint(bytes);
            Object value =
                    switch ((int) (key & 7)) {
                        case 0 -> varint(bytes);
                        case 1 -> bytes.getDouble();
                        case 2 -> take(bytes, Math.toIntExact(varint(bytes)));
                        case 5 -> bytes.getFloat();
                        default -> throw new AssertionError("kind " + (key & 7));
                    };
            values.computeIfAbsent((int) (key >>> 3), field -> new ArrayList<>())
                    .add(value);
        }
        return new Fields(values);
    }

    private static void check(byte[] bytes, int stored) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        long plain = crc.getValue();
        long masked = ((plain >>> 15 | plain << 17) + 0xA282EAD8L) & 0xFFFFFFFFL;
        assertEquals(masked, stored & 0xFFFFFFFFL, "checksum");
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            assertTrue(shift < 64, "a number has ten bytes at the most");
            byte next = bytes.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static byte[] take(ByteBuffer bytes, int count) {
        byte[] taken = new byte[count];
        bytes.get(taken);
        return taken;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
