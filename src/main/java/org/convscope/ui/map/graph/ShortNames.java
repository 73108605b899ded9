package org.convscope.ui.map.graph;

import java.util.List;
import java.util.stream.IntStream;

/** Names without what the block around them says already. */
public final class ShortNames {

    private static final String ELLIPSIS = "…";
    private static final int MANY_LETTERS = 4;
    private static final int FEW_LETTERS = 2;

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
        return digit(name) == name.length() ? name : name.substring(digit(name));
    }

    /**
     * Ever shorter forms that still say what it is, and which: {@code ince…4b}, {@code in…4b}, {@code i…4b} for
     * {@code inception4b}; for a name without a number, its beginning. None that is no shorter.
     */
    public static List<String> abbreviated(String name) {
        int digit = digit(name);
        String number = name.substring(digit);
        return IntStream.of(MANY_LETTERS, FEW_LETTERS, number.isEmpty() ? FEW_LETTERS : 1)
                .filter(letters -> letters + 1 < digit)
                .mapToObj(letters -> name.substring(0, letters) + ELLIPSIS + number)
                .distinct()
                .toList();
    }

    private static int digit(String name) {
        int digit = 0;
        while (digit < name.length() && !Character.isDigit(name.charAt(digit))) {
            digit++;
        }
        return digit;
    }
}
