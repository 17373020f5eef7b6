package dev.writeback.engine.dotnet;

/**
 * The inline options of .NET that hold at a place of a pattern.
 *
 * @param letters those of i, m, n, s and x that are on
 */
record PatternOptions(String letters) {

    private static final String KNOWN = "imnsx";

    boolean has(char letter) {
        return letters.indexOf(letter) >= 0;
    }

    /** Reads such as {@code i-s}, up to what is no option any more. */
    PatternOptions changed(PatternSource source) {
        StringBuilder on = new StringBuilder(letters);
        boolean off = false;
        while (!source.atEnd() && source.peek() != ')' && source.peek() != ':') {
            char letter = source.peek();
            if (letter == '-' || letter == '+') {
                off = letter == '-';
            } else if (KNOWN.indexOf(letter) < 0) {
                throw source.wrong("the options of .NET are i, m, n, s and x");
            } else if (off == has(on, letter)) {
                change(letter, on);
            }
            source.skip(1);
        }
        return new PatternOptions(on.toString());
    }

    /** What Java needs to hear: the rest of the options is translated. */
    String inJava() {
        String on = (has('i') ? "iu" : "") + (has('s') ? "s" : "");
        String off = (has('i') ? "" : "iu") + (has('s') ? "" : "s");
        return on + (off.isEmpty() ? "" : "-" + off);
    }

    private static boolean has(StringBuilder letters, char letter) {
        return letters.indexOf(String.valueOf(letter)) >= 0;
    }

    private static void change(char letter, StringBuilder letters) {
        int index = letters.indexOf(String.valueOf(letter));
        if (index < 0) {
            letters.append(letter);
        } else {
            letters.deleteCharAt(index);
        }
    }
}
