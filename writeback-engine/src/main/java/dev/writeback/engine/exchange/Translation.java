package dev.writeback.engine.exchange;

/** How a value of the cloud becomes one of the directory. The catalogue says it of each attribute. */
public enum Translation {
    /** The value flows as it is, in the form that LDAP sends. */
    PLAIN("The value flows as it is."),
    /** A list of addresses with their prefixes, one of them primary ({@code proxyAddresses}). */
    ADDRESSES("Addresses with their prefixes flow, one of them primary."),
    /** The one address that a recipient is written to at, without a prefix ({@code mail}). */
    PRIMARY_ADDRESS("The address flows without a prefix."),
    /** The address that mail is sent on to, with the prefix {@code SMTP:} if it has none ({@code targetAddress}). */
    ROUTING_ADDRESS("The address flows with the prefix of a primary one."),
    /** The name in front of the {@code @} of addresses that are made for a recipient ({@code mailNickname}). */
    ALIAS("The name flows as it is."),
    /** A cloud mailbox's type becomes the number of the remote mailbox's; see {@link RecipientType}. */
    RECIPIENT_TYPE_DETAILS("The cloud's mailbox type becomes that of a remote mailbox."),
    /** A cloud mailbox's type becomes its display type on premises; see {@link RecipientType}. */
    RECIPIENT_DISPLAY_TYPE(
            "The cloud's mailbox type becomes the display type of a remote mailbox; the ACLable bit and unknown bits stay as found."),
    /** A cloud mailbox's type becomes bits among others; see {@link RecipientType}. */
    REMOTE_RECIPIENT_TYPE(
            "The cloud's mailbox type becomes the bits for room, equipment, shared and team; the other bits stay as found."),
    /** Other cloud objects, recipients, become the DNs of their entries. */
    REFERENCE("References to other cloud objects become the distinguished names of their entries."),
    /** Who hears of a moderator's refusal becomes a number. */
    MODERATION_NOTIFICATIONS(
            "Always, Internal and Never become numbers; the bit for nested moderation stays as found."),
    /** Whether there is an archive becomes a number. */
    ARCHIVE_STATUS("None and Active become numbers."),
    /** The cloud's identifier of the object gets the kind of object in front. */
    EXTERNAL_DIRECTORY_OBJECT_ID("The identifier gets the prefix User_ if it has none.");

    private final String sentence;

    Translation(String sentence) {
        this.sentence = sentence;
    }

    /** What it does, in one sentence. */
    public String sentence() {
        return sentence;
    }
}
