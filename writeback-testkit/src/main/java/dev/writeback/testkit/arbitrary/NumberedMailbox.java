package dev.writeback.testkit.arbitrary;

import dev.writeback.model.CloudObjectId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.testkit.cloud.CloudMailbox;
import java.util.UUID;

/**
 * A mailbox of a history. The cloud object and the entry of one number belong together.
 *
 * @param number 0 or more
 */
public record NumberedMailbox(int number) {

    private static final long FAMILY = 7;

    public NumberedMailbox {
        if (number < 0) {
            throw new IllegalArgumentException("mailboxes are numbered from 0, not from %d".formatted(number));
        }
    }

    /** The id of its cloud object, {@code mailbox-0} for the first. */
    public CloudObjectId id() {
        return CloudObjectId.of("mailbox-" + number);
    }

    /** The {@code objectGUID} of its entry. */
    public ObjectGuid guid() {
        return new ObjectGuid(new UUID(FAMILY, number));
    }

    /** What the cloud says of it at least: that it manages it, and which entry it is. */
    public CloudMailbox cloud() {
        return CloudMailbox.of(id().value()).anchoredAt(guid());
    }

    /** {@code mailbox 0} for the first. */
    @Override
    public String toString() {
        return "mailbox " + number;
    }
}
