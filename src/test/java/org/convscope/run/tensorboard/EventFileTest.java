package org.convscope.run.tensorboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.convscope.tensor.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

    @TempDir
    private Path folder;

    /** RFC 3720, appendix B.4, and the check value of the catalogue of CRCs. */
    @Test
    void theChecksumIsThePublishedOne() {
        assertEquals(0xE3069283L, crc("123456789".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(0x8A9136AAL, crc(new byte[32]));
    }

    /** The length of TensorFlow's first record, as in every event file that it writes: 24 bytes. */
    @Test
    void aFileBeginsAsTensorFlowsDo() throws IOException {
        byte[] bytes = write(events -> {});
        assertEquals(
                "1800000000000000" + "a37f4b22" + "09" + "0000000000f09340" + "1a0d"
                        + HexFormat.of().formatHex("brain.Event:2".getBytes(StandardCharsets.US_ASCII)),
                HexFormat.of().formatHex(bytes, 0, bytes.length - 4));
    }

    @Test
    void aValueComesBack() throws IOException {
        List<EventReader.Fields> events = read(file -> file.scalar("loss/train", 300, 1275.5, 0.25));
        assertEquals("brain.Event:2", events.get(0).text(3));
        assertEquals(1276.0, events.get(0).one(1));
        EventReader.Fields event = events.get(1);
        assertEquals(1275.5, event.one(1));
        assertEquals(300L, event.one(2));
        EventReader.Fields value = event.message(5).message(1);
        assertEquals("loss/train", value.text(1));
        assertEquals(0.25f, value.one(2));
    }

    @Test
    void aHistogramComesBackWithItsEdgesAndShares() throws IOException {
        // Two values in −1…−½, two in ½…1, bins of ½.
        Histogram histogram = Histogram.of(-1, -2, 2, 0, 0, 2);
        EventReader.Fields found = read(file -> file.histogram("w", 7, 0, Buckets.of(histogram)))
                .get(1)
                .message(5)
                .message(1)
                .message(5);
        assertEquals(-1.0, found.one(1));
        assertEquals(1.0, found.one(2));
        assertEquals(1.0, (Double) found.one(3), 1e-3);
        assertEquals(0.0, (Double) found.one(4), 1e-9);
        assertEquals(0.5625, (Double) found.one(5), 1e-3, "0.75 squared");
        assertEquals(List.of(-0.5, 0.0, 0.5, 1.0), found.reals(6));
        assertEquals(0.5, found.reals(7).get(0), 1e-3);
        assertEquals(0.0, found.reals(7).get(1));
    }

    @Test
    void aPictureComesBack() throws IOException {
        byte[] png = {1, 2, 3};
        EventReader.Fields image = read(file -> file.image("i", 1, 0, new Picture(20, 10, png)))
                .get(1)
                .message(5)
                .message(1)
                .message(4);
        assertEquals(10L, image.one(1));
        assertEquals(20L, image.one(2));
        assertEquals(4L, image.one(3));
        assertArrayEquals(png, (byte[]) image.one(4));
    }

    private interface Content {
        void writeTo(EventFile file) throws IOException;
    }

    private byte[] write(Content content) throws IOException {
        Path file = folder.resolve("events");
        try (OutputStream out = Files.newOutputStream(file)) {
            content.writeTo(new EventFile(out, 1276.0));
        }
        return Files.readAllBytes(file);
    }

    private List<EventReader.Fields> read(Content content) throws IOException {
        write(content);
        return EventReader.read(folder.resolve("events"));
    }

    private static long crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue();
    }
}
