package org.convscope.net;

import java.io.IOException;
import java.io.InputStream;

/** Where a network reads itself from. What comes out may be a stranger's: nothing in it is trusted. */
@FunctionalInterface
public interface ModelSource {

    /** Opens an entry, or {@code null} if there is none of this name. */
    InputStream entry(String name) throws IOException;
}
