package org.peekplatform.core.problem;

/** Text of a stranger inside a message: short, one line, without characters that a terminal or log would obey. */
public final class Quoted {
    private static final int SHOWN = 120;

    private Quoted() {}

    /** The text in single quotes, control characters and lone surrogates as {@code \\uXXXX}, cut after 120 characters. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder("'");
        text.codePoints().limit(SHOWN).forEach(c -> {
            if (isHarmless(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append("\\u").append(Integer.toHexString(0x10000 | c & 0xFFFF), 1, 5);
            }
        });
        return shown.append(text.codePointCount(0, text.length()) > SHOWN ? "…'" : "'")
                .toString();
    }

    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
