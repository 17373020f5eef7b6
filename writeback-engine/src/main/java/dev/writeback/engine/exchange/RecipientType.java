package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeValue;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A recipient type of cloud mailboxes and what the directory calls it: a mailbox that lives in the cloud is a
 * <em>remote</em> mailbox on premises. Names and numbers are Exchange's own, from the table {@code recipient-types.csv};
 * a shared mailbox is displayed as a user's.
 *
 * @param name the cloud's name of it, such as {@code UserMailbox}
 * @param details {@code msExchRecipientTypeDetails} on premises
 * @param display {@code msExchRecipientDisplayType} on premises, without the bits that are kept as found; nothing if it is
 *     not known
 * @param flags the bits of {@code msExchRemoteRecipientType} that say the type, of those in {@link #TYPE_FLAGS}
 */
public record RecipientType(String name, long details, OptionalInt display, long flags) {

    /** The bits of {@code msExchRemoteRecipientType} that say the type; the others say how the mailbox came to be. */
    static final long TYPE_FLAGS = 32 | 64 | 128;

    /** That a mailbox was moved to the cloud, which is said where nothing is known of how it came to be. */
    private static final long MIGRATED = 4;

    /** Says that others may give the mailbox rights; kept as found, because nothing in the cloud states it. */
    private static final int ACLABLE = 0x4000_0000;
    /** Bits whose meaning is not known; kept as found. */
    private static final int UNKNOWN = 0x3fff_0000;

    /**
     * The type that a cloud value states: its name ({@code UserMailbox}, {@code RemoteUserMailbox}, or {@code Regular} as
     * {@code Set-Mailbox -Type} has it) or its number, local or remote. Nothing if it has no counterpart on premises.
     */
    public static Optional<RecipientType> of(AttributeValue value) {
        return RecipientTypeTable.translatable(value.toString());
    }

    /** The name of the type that a cloud value states, whether or not it has a counterpart; nothing if it is not known. */
    public static Optional<String> nameOf(AttributeValue value) {
        return RecipientTypeTable.nameOf(value.toString());
    }

    /** {@code msExchRecipientTypeDetails} on premises. */
    public AttributeValue typeDetails() {
        return AttributeValue.text(Long.toString(details));
    }

    /** {@code msExchRecipientDisplayType} on premises, without the bits that are kept as found; nothing if not known. */
    public Optional<AttributeValue> displayType() {
        return display.isPresent()
                ? Optional.of(AttributeValue.text(Integer.toString(display.getAsInt())))
                : Optional.empty();
    }

    /** {@code msExchRemoteRecipientType} on premises where the directory has none: a mailbox moved to the cloud. */
    public AttributeValue remoteType() {
        return AttributeValue.text(Long.toString(MIGRATED | flags));
    }

    /** A display type with the bits of the present one that are kept as found; itself if the present one is no number. */
    public static AttributeValue keepingBits(AttributeValue displayType, AttributeValue present) {
        return FoundBits.over(displayType, present, ACLABLE | UNKNOWN);
    }

    /**
     * A {@code msExchRemoteRecipientType} that says its type as the wanted one does, and the rest (provisioned, migrated,
     * an archive, bits that are not known) as the present one; the wanted one if the present one is no number.
     */
    public static AttributeValue keepingFlags(AttributeValue remoteType, AttributeValue present) {
        return FoundBits.instead(remoteType, present, ~TYPE_FLAGS);
    }
}
