package org.convscope.ui.map.geometry;

/** How much stands above a column, as room allows. */
public enum Detail {
    /** Operation, id and shape. */
    FULL(3, 44, 1),
    /** Id and shape. */
    MEDIUM(2, 36, 1),
    /** The id alone. */
    COMPACT(1, 24, 0.7);

    private final int lines;
    private final int smallestCap;
    private final double gapShare;

    Detail(int lines, int smallestCap, double gapShare) {
        this.lines = lines;
        this.smallestCap = smallestCap;
        this.gapShare = gapShare;
    }

    /** Lines of text above each column. */
    public int lines() {
        return lines;
    }

    /** Before tiles are held below this side for want of width, the text is shortened. */
    int smallestCap() {
        return smallestCap;
    }

    /** Where texts are short, columns stand closer: share of the usual gap. */
    double gapShare() {
        return gapShare;
    }
}
