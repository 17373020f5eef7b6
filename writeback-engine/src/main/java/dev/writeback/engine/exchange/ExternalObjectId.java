package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** The identifier that Entra gives an object, as {@code msDS-ExternalDirectoryObjectId} has it: {@code User_<GUID>}. */
final class ExternalObjectId {

    private static final String GUID = "[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}";
    private static final Pattern BARE = Pattern.compile(GUID);
    private static final Pattern OF_A_KIND = Pattern.compile("(?:User|Group|Contact)_" + GUID);

    private ExternalObjectId() {}

    /** A bare identifier is a user's, for mailboxes are users; one that says its kind stays; anything else is none. */
    static Optional<AttributeValue> prefixed(AttributeValue stated) {
        String text = stated.toString();
        if (BARE.matcher(text).matches()) {
            return Optional.of(AttributeValue.text("User_" + text));
        }
        return OF_A_KIND.matcher(text).matches() ? Optional.of(stated) : Optional.empty();
    }
}
