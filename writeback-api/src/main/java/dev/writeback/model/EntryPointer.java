package dev.writeback.model;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** How a person names an entry: by its present name, or by what stays when it is renamed. */
public sealed interface EntryPointer {

    /** By name, which ends when the entry is renamed or moved. */
    record Named(Dn dn) implements EntryPointer {
        @Override
        public String toString() {
            return dn.value();
        }
    }

    /** By its {@code objectGUID} ([MS-ADTS] 3.1.1.3.1.2.4), or {@code entryUUID} where there is none. */
    record Identified(ObjectGuid guid) implements EntryPointer {
        @Override
        public String toString() {
            return OPENING + guid + CLOSING;
        }
    }

    /** What comes before the id, in the notation of Active Directory. */
    String OPENING = "<GUID=";

    /** What comes after it. */
    String CLOSING = ">";

    /** A pointer as it is written, {@code OU=People,DC=corp,DC=example} or {@code <GUID=...>}; nothing if it is neither. */
    static Optional<EntryPointer> ifValid(String text) {
        String trimmed = text.strip();
        boolean identifies = trimmed.toUpperCase(Locale.ROOT).startsWith(OPENING) && trimmed.endsWith(CLOSING);
        return identifies
                ? guid(trimmed.substring(OPENING.length(), trimmed.length() - CLOSING.length()))
                        .map(Identified::new)
                : Dn.ifValid(trimmed).filter(dn -> !dn.value().isEmpty()).map(Named::new);
    }

    private static Optional<ObjectGuid> guid(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? Optional.of(new ObjectGuid(uuid)) : Optional.empty();
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
