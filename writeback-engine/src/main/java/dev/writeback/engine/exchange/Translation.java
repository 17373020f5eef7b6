package dev.writeback.engine.exchange;

/** How a value of the cloud becomes one of the directory. The catalogue says it of each attribute. */
public enum Translation {
    /** The value flows as it is, in the form that LDAP sends. */
    PLAIN,
    /** A list of addresses with their prefixes, one of them primary ({@code proxyAddresses}). */
    ADDRESSES,
    /** The one address that a recipient is written to at, without a prefix ({@code mail}). */
    PRIMARY_ADDRESS,
    /** The address that mail is sent on to, with the prefix {@code SMTP:} if it has none ({@code targetAddress}). */
    ROUTING_ADDRESS,
    /** The name in front of the {@code @} of addresses that are made for a recipient ({@code mailNickname}). */
    ALIAS,
    /** A cloud mailbox's type becomes the number of the remote mailbox's; see {@link RecipientType}. */
    RECIPIENT_TYPE_DETAILS,
    /** A cloud mailbox's type becomes its display type on premises; see {@link RecipientType}. */
    RECIPIENT_DISPLAY_TYPE,
    /** A cloud mailbox's type becomes bits among others. */
    REMOTE_RECIPIENT_TYPE,
    /** Other cloud objects, recipients, become the DNs of their entries. */
    REFERENCE,
    /** Who hears of a moderator's refusal becomes a number. */
    MODERATION_NOTIFICATIONS,
    /** Whether there is an archive becomes a number. */
    ARCHIVE_STATUS,
    /** The cloud's identifier of the object gets the kind of object in front. */
    EXTERNAL_DIRECTORY_OBJECT_ID
}
