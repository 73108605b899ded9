package org.convscope.net;

import java.io.IOException;
import java.io.OutputStream;

/** Where a network writes itself: a zip, a folder, a test's map. */
@FunctionalInterface
public interface ModelSink {

    /** Opens an entry; it is closed before the next is opened. */
    OutputStream entry(String name) throws IOException;
}
