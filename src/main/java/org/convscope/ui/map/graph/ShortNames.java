package org.convscope.ui.map.graph;

/** Names without what the block around them says already. */
public final class ShortNames {

    private ShortNames() {}

    /** {@code conv2a} for {@code inception3a.conv2a} in inception3a; {@code 4b} for {@code inception4b} in inception4. */
    public static String within(String block, String name) {
        int length = block.length();
        if (block.isEmpty() || !name.startsWith(block) || name.length() == length) {
            return name;
        }
        if ("._-/".indexOf(name.charAt(length)) >= 0 && name.length() > length + 1) {
            return name.substring(length + 1);
        }
        return numbered(name);
    }

    /** A name from its first digit on: {@code 4b} for {@code inception4b}; the whole name where it has none. */
    public static String numbered(String name) {
        int digit = 0;
        while (digit < name.length() && !Character.isDigit(name.charAt(digit))) {
            digit++;
        }
        return digit == name.length() ? name : name.substring(digit);
    }
}
