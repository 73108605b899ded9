package org.convscope.blueprint;

/** How large an architecture is as its standard draws it, which tells what a person can do with it. */
public enum Size {
    /** Small as it was published: it learns while one watches. */
    SMALL("small"),
    /** A large network's small form, with fewer channels on small images: it learns while one watches. */
    MINI("mini"),
    /** As the paper or the course has it, for images of 96 or 224 pixels: to be looked at, counted and loaded. */
    BOOK("book");

    private final String id;

    Size(String id) {
        this.id = id;
    }

    /** The word for it in lower case. */
    public String id() {
        return id;
    }
}
