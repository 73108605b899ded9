package org.convscope.frame;

/** What a picture is seen on; zero melts into it. */
public enum Surface {
    LIGHT,
    DARK
}
