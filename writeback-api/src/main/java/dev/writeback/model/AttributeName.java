package dev.writeback.model;

import org.jspecify.annotations.Nullable;

/**
 * The name of an attribute, of the cloud ({@code EmailAddresses}) or of the directory ({@code proxyAddresses}).
 *
 * <p>Names are equal without regard to ASCII case, as in LDAP (RFC 4512, section 2.5); the spelling is kept for show.
 *
 * <p>Immutable. It is no record because it keeps its hash: maps by attribute are asked many times for each object.
 */
public final class AttributeName implements Comparable<AttributeName> {

    private static final int LONGEST = 256;

    private final String value;
    private final int hash;

    private AttributeName(String value) {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "'%s' is not an attribute name; a name is a letter followed by letters, digits, '-', '_' or '.', %d at most"
                            .formatted(Excerpt.of(value), LONGEST));
        }
        this.value = value;
        this.hash = hash(value);
    }

    /**
     * The attribute of this name.
     *
     * @param value a letter, then letters, digits, {@code -}, {@code _} or {@code .}; 1 to 256 characters
     * @throws IllegalArgumentException if it is not a valid name; {@link #isValid} tells beforehand
     */
    public static AttributeName of(String value) {
        return new AttributeName(value);
    }

    /** Whether this text may be the name of an attribute. */
    public static boolean isValid(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && (c < '0' || c > '9') && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    /** The name as it was spelled. */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        // Most names are spelled alike, and that is soon seen.
        return other instanceof AttributeName name
                && hash == name.hash
                && (value.equals(name.value) || value.equalsIgnoreCase(name.value));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    private static int hash(String value) {
        // Setting one bit makes capital letters small; it changes '_' too, which no equal name spells otherwise.
        int hash = 0;
        for (int i = 0; i < value.length(); i++) {
            hash = 31 * hash + (value.charAt(i) | 0x20);
        }
        return hash;
    }

    /** In alphabetical order without regard to case. */
    @Override
    public int compareTo(AttributeName other) {
        return value.compareToIgnoreCase(other.value);
    }

    /** The name as it was spelled. */
    @Override
    public String toString() {
        return value;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
