package dev.writeback.model;

import java.util.Base64;

/**
 * One value of an attribute.
 *
 * <p>The cloud states all five kinds. A directory entry holds {@link Text} in the form that LDAP sends
 * ({@code TRUE}, {@code -2147483642}, a DN) and {@link Octets} where the syntax is binary.
 */
public sealed interface AttributeValue {

    /** A text, never empty: an empty text states that the attribute is to be cleared, which is no value at all. */
    record Text(String value) implements AttributeValue {
        public Text {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("a text value is empty; state an empty list to clear an attribute");
            }
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** A whole number. */
    record Whole(long value) implements AttributeValue {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** A truth value; {@code TRUE} or {@code FALSE} in LDAP. */
    record Flag(boolean value) implements AttributeValue {
        @Override
        public String toString() {
            return value ? "TRUE" : "FALSE";
        }
    }

    /**
     * Bytes, never none.
     *
     * @param base64 the bytes in base64 (RFC 4648, section 4), which is how they compare and are shown; padding may
     *     lack where it is given, and is there where it is read
     */
    record Octets(String base64) implements AttributeValue {
        public Octets {
            byte[] bytes = decode(base64);
            if (bytes.length == 0) {
                throw new IllegalArgumentException(
                        "an octet value is empty; state an empty list to clear an attribute");
            }
            base64 = Base64.getEncoder().encodeToString(bytes);
        }

        private static byte[] decode(String base64) {
            try {
                return Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException notBase64) {
                throw new IllegalArgumentException("an octet value is written in base64, this is not", notBase64);
            }
        }

        /** The bytes; a new array each time. */
        public byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }

        @Override
        public String toString() {
            return base64;
        }
    }

    /** Another cloud object, which becomes the DN of its entry. */
    record Reference(CloudObjectId object) implements AttributeValue {
        @Override
        public String toString() {
            return object.value();
        }
    }

    /**
     * A text value.
     *
     * @throws IllegalArgumentException if it is empty
     */
    static AttributeValue text(String value) {
        return new Text(value);
    }

    /** A number value. */
    static AttributeValue whole(long value) {
        return new Whole(value);
    }

    /**
     * These bytes as a value.
     *
     * @throws IllegalArgumentException if there are none
     */
    static AttributeValue octets(byte[] value) {
        return new Octets(Base64.getEncoder().encodeToString(value));
    }

    /** The value as people read it and as LDAP sends it, bytes in base64. */
    @Override
    String toString();
}
