package org.convscope.data.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** What may run full. Apart, so that a test can have it run full. */
public interface Disk {

    /** The disk of this machine. */
    Disk STANDARD = new Disk() {
        @Override
        public long freeBytes(Path folder) throws IOException {
            return Files.getFileStore(folder).getUsableSpace();
        }

        @Override
        public void write(FileChannel file, ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }
    };

    /** Bytes that still can be written where a folder is. */
    long freeBytes(Path folder) throws IOException;

    /** Writes all that remains in {@code bytes}. */
    void write(FileChannel file, ByteBuffer bytes) throws IOException;
}
