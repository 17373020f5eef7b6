package dev.writeback.engine.dotnet;

/**
 * The rules of letter case, which .NET applies character by character: a text keeps its length.
 *
 * <p>Turkish and Azeri pair the dotted and the dotless i. All other languages follow the invariant culture, which
 * leaves both of the letters alone that ASCII lacks.
 */
public enum Culture {
    /** The rules of no language. */
    INVARIANT,
    /** The rules of Turkish and Azeri. */
    TURKISH;

    private static final int DOTTED_CAPITAL = 0x130;
    private static final int DOTLESS_SMALL = 0x131;

    /**
     * The rules of a culture.
     *
     * @param name a language, alone or with a script and a region behind hyphens ({@code tr}, {@code en-US},
     *     {@code sr-Latn-RS}), in any case; empty for the invariant culture
     * @throws InvalidSettingException if it is not of this shape, or no such language or region is known
     */
    public static Culture named(String name) {
        if (name.isEmpty()) {
            return INVARIANT;
        }
        String language = CultureName.languageOf(name);
        return language.equals("tr") || language.equals("az") ? TURKISH : INVARIANT;
    }

    /** The text in upper case. */
    public String upper(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) || upper(c) != c) {
                return upperFrom(i, text);
            }
        }
        return text;
    }

    /** The text in lower case. */
    public String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) || lower(c) != c) {
                return lowerFrom(i, text);
            }
        }
        return text;
    }

    int upper(int c) {
        return switch (c) {
            case 'i' -> this == TURKISH ? DOTTED_CAPITAL : 'I';
            case DOTLESS_SMALL -> this == TURKISH ? 'I' : c;
            default -> Character.toUpperCase(c);
        };
    }

    int lower(int c) {
        return switch (c) {
            case 'I' -> this == TURKISH ? DOTLESS_SMALL : 'i';
            case DOTTED_CAPITAL -> this == TURKISH ? 'i' : c;
            default -> Character.toLowerCase(c);
        };
    }

    private String upperFrom(int start, String text) {
        StringBuilder upper = new StringBuilder(text.length()).append(text, 0, start);
        int c;
        for (int i = start; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            upper.appendCodePoint(upper(c));
        }
        return upper.toString();
    }

    private String lowerFrom(int start, String text) {
        StringBuilder lower = new StringBuilder(text.length()).append(text, 0, start);
        int c;
        for (int i = start; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            lower.appendCodePoint(lower(c));
        }
        return lower.toString();
    }
}
