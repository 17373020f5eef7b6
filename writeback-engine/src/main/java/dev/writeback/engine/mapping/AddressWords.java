package dev.writeback.engine.mapping;

import java.util.regex.Pattern;

/** The words that address policies are stated in. */
public final class AddressWords {

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern DOMAIN = Pattern.compile("(\\*\\.)?[^\\s.*@]+(\\.[^\\s.*@]+)*");

    private AddressWords() {}

    /** Whether a text is a prefix such as {@code X500}: a letter, then letters, digits and hyphens. */
    public static boolean isPrefix(String text) {
        return PREFIX.matcher(text).matches();
    }

    /** Whether a text is a domain such as {@code contoso.example}, or one with {@code *.} in front. */
    public static boolean isDomain(String text) {
        return DOMAIN.matcher(text).matches();
    }

    /** That a text is no prefix. */
    public static String noPrefix(String text) {
        return "'%s' is no prefix; a prefix is a word such as X500.".formatted(text);
    }

    /** That a text is no domain. */
    public static String noDomain(String text) {
        return "'%s' is no domain; a domain is contoso.example, or *.contoso.example for all below it.".formatted(text);
    }
}
