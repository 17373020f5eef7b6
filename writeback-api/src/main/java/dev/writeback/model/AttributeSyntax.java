package dev.writeback.model;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the values of a directory attribute compare.
 *
 * <p>Two questions are different. The {@link #identity} of a value decides whether the directory takes two values for
 * one; {@link #same} decides whether there is anything to write. They differ for addresses: {@code SMTP:a@x} and
 * {@code smtp:a@x} are one value to Active Directory and two statements to Exchange.
 */
public enum AttributeSyntax {
    /** Text of which the directory takes two spellings for one value (2.5.5.12, 2.5.5.4); written as it is spelled. */
    CASE_IGNORE,
    /** Text, every character counts (2.5.5.3, 2.5.5.5, 2.5.5.6). */
    CASE_EXACT,
    /** A whole number of 32 bits (2.5.5.9). */
    INTEGER,
    /** A whole number of 64 bits (2.5.5.16). */
    LARGE_INTEGER,
    /** {@code TRUE} or {@code FALSE} (2.5.5.8). */
    BOOLEAN,
    /** The distinguished name of an entry (2.5.5.1, 2.5.5.7, 2.5.5.14). */
    DN,
    /** Bytes (2.5.5.10, 2.5.5.15, 2.5.5.17). */
    OCTETS,
    /** A point in time (2.5.5.11), compared as the text it is. */
    TIME,
    /** An address with its prefix ({@code proxyAddresses}): one value without regard to case, written as it is spelled. */
    ADDRESS;

    /** So few values are faster compared each with each than in a set. */
    private static final int FEW = 8;

    /** The digits of ASCII only: a directory does not take others for a number. */
    private static final Pattern WHOLE = Pattern.compile(" *[+-]?[0-9]{1,30} *");

    /** What the directory tells values apart by: values with equal identities are one value to it. */
    public Object identity(AttributeValue value) {
        return switch (this) {
            case CASE_IGNORE, BOOLEAN, ADDRESS -> CaseFold.fold(value.toString());
            case CASE_EXACT, TIME -> value.toString();
            case INTEGER, LARGE_INTEGER -> number(value);
            case DN -> name(value);
            case OCTETS -> value;
        };
    }

    /** Whether the directory takes both for one value, however they are spelled. */
    public boolean isOne(AttributeValue one, AttributeValue other) {
        return switch (this) {
            case CASE_IGNORE, ADDRESS -> CaseFold.same(one.toString(), other.toString());
            case CASE_EXACT, INTEGER, LARGE_INTEGER, BOOLEAN, DN, OCTETS, TIME -> same(one, other);
        };
    }

    /** Whether there is nothing to write where the one value is and the other is wanted. */
    public boolean same(AttributeValue one, AttributeValue other) {
        if (one.equals(other)) {
            return true;
        }
        return switch (this) {
            case BOOLEAN -> CaseFold.same(one.toString(), other.toString());
            case CASE_IGNORE, ADDRESS -> one.toString().equals(other.toString());
            case CASE_EXACT, TIME, INTEGER, LARGE_INTEGER, DN, OCTETS ->
                identity(one).equals(identity(other));
        };
    }

    /** Whether both hold the same values, in whatever order. Neither list names a value twice. */
    public boolean same(List<AttributeValue> some, List<AttributeValue> others) {
        if (some.size() != others.size()) {
            return false;
        }
        if (some.size() == 1) {
            return same(some.get(0), others.get(0));
        }
        if (some.equals(others)) {
            return true;
        }
        if (some.size() <= FEW) {
            return coveredBy(some, others) && coveredBy(others, some);
        }
        return some.stream()
                .map(this::spelling)
                .collect(Collectors.toSet())
                .equals(others.stream().map(this::spelling).collect(Collectors.toSet()));
    }

    /** What tells values apart that are not the {@link #same(AttributeValue, AttributeValue) same}. */
    public Object spelling(AttributeValue value) {
        return this == ADDRESS || this == CASE_IGNORE ? value.toString() : identity(value);
    }

    private boolean coveredBy(List<AttributeValue> some, List<AttributeValue> others) {
        for (AttributeValue value : some) {
            boolean found = false;
            for (int i = 0; i < others.size() && !found; i++) {
                found = same(value, others.get(i));
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** Whether values are bytes, so that a reader must not take them for text. */
    public boolean isBinary() {
        return this == OCTETS;
    }

    private static Object number(AttributeValue value) {
        if (value instanceof AttributeValue.Whole whole) {
            return whole.value();
        }
        String text = value.toString();
        if (!WHOLE.matcher(text).matches()) {
            return text;
        }
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException tooLarge) {
            return text;
        }
    }

    private static Object name(AttributeValue value) {
        List<String> parts = DnParser.partsOf(value.toString());
        return parts != null ? parts : CaseFold.fold(value.toString());
    }
}
