package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeValue;
import java.util.Locale;

/**
 * Whether a mailbox has an archive, as {@code msExchArchiveStatus} has it: 1 if it has one, 0 if not. {@code ArchiveState}
 * says the same and where the archive is; a number of it cannot be told from one of {@code ArchiveStatus}, so numbers
 * pass as they are. No published document has these numbers; they are from memory.
 */
final class ArchiveStatus {

    private ArchiveStatus() {}

    static AttributeValue number(AttributeValue stated) {
        return switch (stated.toString().toLowerCase(Locale.ROOT)) {
            case "none" -> AttributeValue.whole(0);
            case "active", "local", "hostedprovisioned" -> AttributeValue.whole(1);
            default -> stated;
        };
    }
}
