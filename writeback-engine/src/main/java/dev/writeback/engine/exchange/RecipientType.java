package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeValue;
import java.util.Optional;

/**
 * The recipient types of cloud mailboxes and what the directory calls them: a mailbox that lives in the cloud is a
 * <em>remote</em> mailbox on premises. The numbers are Exchange's own ({@code msExchRecipientTypeDetails} and
 * {@code msExchRecipientDisplayType}); a shared mailbox is displayed as a user's.
 */
public enum RecipientType {
    USER("UserMailbox", 1L, 0x8000_0000L, 0x8000_0006),
    SHARED("SharedMailbox", 4L, 0x8_0000_0000L, 0x8000_0006),
    ROOM("RoomMailbox", 16L, 0x2_0000_0000L, 0x8000_0706),
    EQUIPMENT("EquipmentMailbox", 32L, 0x4_0000_0000L, 0x8000_0806),
    /** A team mailbox has a remote type, but no display type is known for one. */
    TEAM("TeamMailbox", 0x20_0000_0000L, 0x40_0000_0000L, 0);

    /** Says that others may give the mailbox rights; kept as found, because nothing in the cloud states it. */
    private static final int ACLABLE = 0x4000_0000;
    /** Bits whose meaning is not known; kept as found. */
    private static final int UNKNOWN = 0x3fff_0000;

    private final String cloudName;
    private final long cloudNumber;
    private final long remoteNumber;
    private final int displayNumber;

    RecipientType(String cloudName, long cloudNumber, long remoteNumber, int displayNumber) {
        this.cloudName = cloudName;
        this.cloudNumber = cloudNumber;
        this.remoteNumber = remoteNumber;
        this.displayNumber = displayNumber;
    }

    /**
     * The type that a cloud value states: its name ({@code UserMailbox}, {@code RemoteUserMailbox}) or its number, local
     * or remote. Nothing if it has no counterpart on premises.
     */
    public static Optional<RecipientType> of(AttributeValue value) {
        String text = value.toString();
        for (RecipientType type : values()) {
            if (type.isStatedBy(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** {@code msExchRecipientTypeDetails} on premises. */
    public AttributeValue typeDetails() {
        return AttributeValue.text(Long.toString(remoteNumber));
    }

    /** {@code msExchRecipientDisplayType} on premises, without the bits that are kept as found; nothing if not known. */
    public Optional<AttributeValue> displayType() {
        return displayNumber == 0
                ? Optional.empty()
                : Optional.of(AttributeValue.text(Integer.toString(displayNumber)));
    }

    /** A display type with the bits of the present one that are kept as found. */
    public static AttributeValue keepingBits(AttributeValue displayType, AttributeValue present) {
        try {
            int kept = Integer.parseInt(present.toString()) & (ACLABLE | UNKNOWN);
            return AttributeValue.text(Integer.toString(Integer.parseInt(displayType.toString()) | kept));
        } catch (NumberFormatException notANumber) {
            return displayType;
        }
    }

    private boolean isStatedBy(String text) {
        return text.equalsIgnoreCase(cloudName)
                || text.equalsIgnoreCase("Remote" + cloudName)
                || text.equals(Long.toString(cloudNumber))
                || text.equals(Long.toString(remoteNumber));
    }
}
