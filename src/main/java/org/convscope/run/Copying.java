package org.convscope.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Copies streams, one after the other, and says how far it is; whoever hears that may end it by throwing. */
final class Copying {

    private final LongConsumer copied;
    private long bytes;

    Copying(LongConsumer copied) {
        this.copied = copied;
    }

    /** Copies a stream until it is over or has given more than {@code most} bytes; returns how many it gave. */
    long copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] block = new byte[1 << 16];
        long count = 0;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            count += read;
            if (count > most) {
                break;
            }
            out.write(block, 0, read);
            bytes += read;
            copied.accept(bytes);
        }
        return count;
    }
}
