package dev.writeback.model;

import java.util.List;
import java.util.Optional;

/**
 * A distinguished name (RFC 4514).
 *
 * <p>Names are equal without regard to case, to spaces around their parts, to the way a character is escaped and to the
 * order within a part that has several values. The spelling is kept, because it is what the directory answers with.
 *
 * @param value the text form, for instance {@code CN=Ada,OU=People,DC=corp,DC=example}; not empty
 */
public record Dn(String value) {

    public Dn {
        if (!DnParser.isPlain(value)) {
            DnParser.parse(value);
        }
    }

    /**
     * The name of this text.
     *
     * @throws IllegalArgumentException if it is not a distinguished name; {@link #isValid} tells beforehand
     */
    public static Dn of(String value) {
        return new Dn(value);
    }

    /** The name of this text; nothing if it is not a distinguished name. */
    public static Optional<Dn> ifValid(String text) {
        try {
            return Optional.of(new Dn(text));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    /** Whether this text is a distinguished name. */
    public static boolean isValid(String text) {
        return DnParser.partsOf(text) != null;
    }

    /** Whether this entry is the other one or lies below it. */
    public boolean isWithin(Dn ancestor) {
        if (endsInSpellingOf(ancestor)) {
            return true;
        }
        List<String> mine = DnParser.parse(value);
        List<String> other = DnParser.parse(ancestor.value);
        return mine.size() >= other.size()
                && mine.subList(mine.size() - other.size(), mine.size()).equals(other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dn dn
                && (value.equals(dn.value) || DnParser.parse(value).equals(DnParser.parse(dn.value)));
    }

    @Override
    public int hashCode() {
        return DnParser.parse(value).hashCode();
    }

    /** The name as it was spelled. */
    @Override
    public String toString() {
        return value;
    }

    /** The common case, without taking the names apart: the same text behind a comma that is no part of a value. */
    private boolean endsInSpellingOf(Dn ancestor) {
        int comma = value.length() - ancestor.value.length() - 1;
        return comma > 0
                && value.charAt(comma) == ','
                && value.charAt(comma - 1) != '\\'
                && value.endsWith(ancestor.value);
    }
}
