package dev.writeback.engine.dotnet;

/** Words that begin with a capital, in the invariant culture. */
public final class TitleCase {

    /** The categories of characters between words, as {@code TextInfo.ToTitleCase} of .NET has them. */
    private static final int SEPARATORS = 1 << Character.SPACE_SEPARATOR
            | 1 << Character.LINE_SEPARATOR
            | 1 << Character.PARAGRAPH_SEPARATOR
            | 1 << Character.CONTROL
            | 1 << Character.FORMAT
            | 1 << Character.CONNECTOR_PUNCTUATION
            | 1 << Character.DASH_PUNCTUATION
            | 1 << Character.START_PUNCTUATION
            | 1 << Character.END_PUNCTUATION
            | 1 << Character.INITIAL_QUOTE_PUNCTUATION
            | 1 << Character.FINAL_QUOTE_PUNCTUATION
            | 1 << Character.OTHER_PUNCTUATION
            | 1 << Character.MATH_SYMBOL
            | 1 << Character.CURRENCY_SYMBOL
            | 1 << Character.MODIFIER_SYMBOL
            | 1 << Character.OTHER_SYMBOL;

    private TitleCase() {}

    /**
     * The text in lower case with a capital at the first letter of each word. Spaces, punctuation and symbols stand
     * between words; the plain apostrophe does not.
     */
    public static String of(String text) {
        StringBuilder title = new StringBuilder(text.length());
        boolean inWord = false;
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            int small = Culture.INVARIANT.lower(c);
            boolean begins = !inWord && Character.isLetter(c);
            title.appendCodePoint(begins ? title(small) : small);
            inWord = begins || (inWord && !isSeparator(c));
        }
        return title.toString();
    }

    /**
     * The text in lower case with a capital at its beginning and behind each of the separators.
     *
     * @param separators characters that end a word, and the only ones that do; if empty, as {@link #of(String)}
     */
    public static String of(String text, String separators) {
        if (separators.isEmpty()) {
            return of(text);
        }
        StringBuilder title = new StringBuilder(text.length());
        boolean begins = true;
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            int small = Culture.INVARIANT.lower(c);
            title.appendCodePoint(begins ? title(small) : small);
            begins = separators.indexOf(c) >= 0;
        }
        return title.toString();
    }

    private static boolean isSeparator(int c) {
        return c != '\'' && (SEPARATORS >> Character.getType(c) & 1) == 1;
    }

    /** The capital of a small letter; of two letters in one character only the first becomes one. */
    private static int title(int small) {
        int title = Character.toTitleCase(small);
        return title == Character.toUpperCase(small) ? Culture.INVARIANT.upper(small) : title;
    }
}
