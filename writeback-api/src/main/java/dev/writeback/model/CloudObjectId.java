package dev.writeback.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The cloud's own identifier of an object, in Entra its object id.
 *
 * @param value 1 to 256 characters, not all of them blank, without control characters; a GUID is kept in lower case, so that it matches in
 *     whatever case it was typed, anything else counts as it is
 */
public record CloudObjectId(String value) implements Comparable<CloudObjectId> {

    private static final int LONGEST = 256;
    private static final Pattern GUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    public CloudObjectId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a cloud object's id has 1 to %d characters, not all of them blank, and no control characters"
                            .formatted(LONGEST));
        }
        if (GUID.matcher(value).matches()) {
            value = value.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The object of this id.
     *
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public static CloudObjectId of(String value) {
        return new CloudObjectId(value);
    }

    /** Whether this text may be the id of an object. */
    public static boolean isValid(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.chars().noneMatch(c -> Character.isISOControl(c));
    }

    @Override
    public int compareTo(CloudObjectId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
