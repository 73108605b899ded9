package org.convscope.cli;

import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.convscope.frame.Mosaic;
import org.convscope.frame.MosaicLayout;
import org.convscope.frame.Surface;
import org.convscope.problem.Problem;
import org.convscope.tensor.Plane;

/** Files that a mosaic can be written to. */
enum MosaicFormat {
    /** A picture of all planes beside each other, in the colours of the window's light theme. */
    PNG("png") {
        @Override
        void write(Mosaic mosaic, Path file) throws IOException {
            Plane first = mosaic.plane(0);
            int zoom = Math.max(1, SMALLEST_TILE / Math.max(first.height(), first.width()));
            MosaicLayout layout = MosaicLayout.of(mosaic).withGap(GAP).scaled(zoom);
            BufferedImage picture = new BufferedImage(layout.width(), layout.height(), BufferedImage.TYPE_INT_ARGB);
            picture.setRGB(
                    0, 0, layout.width(), layout.height(), layout.atlas(mosaic, Surface.LIGHT), 0, layout.width());
            ImageIO.write(picture, "png", file.toFile());
        }
    },
    /** NumPy's array file, version 1.0: little-endian 32-bit floats, row-major. */
    NPY("npy") {
        @Override
        void write(Mosaic mosaic, Path file) throws IOException {
            int[] axes = mosaic.values().shape().toArray();
            String shape = Arrays.stream(axes).mapToObj(Integer::toString).collect(Collectors.joining(", "))
                    + (axes.length == 1 ? "," : "");
            String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
            // The header ends in a line break and makes the values begin at a multiple of 64 bytes.
            int padded = (MAGIC_BYTES + header.length() + 1 + 63) / 64 * 64 - MAGIC_BYTES;
            header = header + " ".repeat(padded - header.length() - 1) + "\n";
            float[] values = mosaic.values().toArray();
            ByteBuffer bytes = ByteBuffer.allocate(MAGIC_BYTES + padded + values.length * Float.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put((byte) 0x93)
                    .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                    .put((byte) 1)
                    .put((byte) 0)
                    .putShort((short) padded)
                    .put(header.getBytes(StandardCharsets.US_ASCII));
            for (float value : values) {
                bytes.putFloat(value);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(bytes.array());
            }
        }
    },
    /** One value a line: plane, row, column, value. */
    CSV("csv") {
        @Override
        void write(Mosaic mosaic, Path file) throws IOException {
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("plane,row,column,value\n");
                for (int index = 0; index < mosaic.planes(); index++) {
                    Plane plane = mosaic.plane(index);
                    for (int row = 0; row < plane.height(); row++) {
                        for (int column = 0; column < plane.width(); column++) {
                            out.write(index + "," + row + "," + column + "," + plane.at(row, column) + "\n");
                        }
                    }
                }
            }
        }
    };

    private static final int SMALLEST_TILE = 96;
    private static final int GAP = 4;
    private static final int MAGIC_BYTES = 10;

    private final String id;

    MosaicFormat(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    abstract void write(Mosaic mosaic, Path file) throws IOException;

    /** Writes {@code name} with this ending into a folder, which is made if need be; whole or not at all. */
    Path write(Mosaic mosaic, Path folder, String name) {
        try {
            Files.createDirectories(folder);
            Path target = folder.resolve(name + "." + id);
            Path beside = Files.createTempFile(folder, name, ".part");
            try {
                write(mosaic, beside);
                Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            return target;
        } catch (IOException failure) {
            throw Problem.of("cli.notWritten", folder, failure.getClass().getSimpleName() + " " + failure.getMessage())
                    .asException(failure);
        }
    }

    static MosaicFormat byId(String id) {
        return Arrays.stream(values())
                .filter(format -> format.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of("cli.format", id, String.join(", ", List.of(PNG.id, NPY.id, CSV.id)))
                        .asException());
    }
}
