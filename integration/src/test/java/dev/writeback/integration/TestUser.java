package dev.writeback.integration;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A user that a {@link TestOu} holds, and the values it was made with.
 *
 * @param alias its {@code cn}, {@code mailNickname} and the part of its addresses before the @
 * @param domain the domain of its addresses
 * @param dn where it lies
 * @param immutableId base64 of its objectGUID, byte for byte as the directory holds it
 */
record TestUser(String alias, String domain, String dn, String immutableId) {

    /** RemoteUserMailbox: what {@code msExchRecipientTypeDetails} holds. */
    static final long RECIPIENT_TYPE_DETAILS = 2147483648L;

    /** SyncedMailboxUser, without the ACLable bit: what {@code msExchRecipientDisplayType} holds. */
    static final int RECIPIENT_DISPLAY_TYPE = -2147483642;

    static final String EXTENSION_ATTRIBUTE_1 = "as created";

    /** The primary address, which is {@code mail} too. */
    String mail() {
        return alias + "@" + domain;
    }

    /** What {@code proxyAddresses} holds: the primary, a second one, and an X500 address. */
    List<String> proxyAddresses() {
        return addresses(alias, domain);
    }

    byte[] objectGuid() {
        return Base64.getDecoder().decode(immutableId);
    }

    /** The objectGUID with dashes, as people and Microsoft Graph write it: its first three parts are little-endian. */
    String guidInText() {
        ByteBuffer bytes = ByteBuffer.wrap(objectGuid()).order(ByteOrder.LITTLE_ENDIAN);
        long first =
                (bytes.getInt() & 0xffffffffL) << 32 | (bytes.getShort() & 0xffffL) << 16 | bytes.getShort() & 0xffffL;
        return new UUID(first, bytes.order(ByteOrder.BIG_ENDIAN).getLong()).toString();
    }

    static Entry entry(String alias, String domain, String parentDn) {
        return new Entry(
                dn(alias, parentDn),
                new Attribute("objectClass", "user"),
                new Attribute("userAccountControl", "514"),
                new Attribute("displayName", "Test " + alias),
                new Attribute("mail", alias + "@" + domain),
                new Attribute("mailNickname", alias),
                new Attribute("proxyAddresses", addresses(alias, domain)),
                new Attribute("extensionAttribute1", EXTENSION_ATTRIBUTE_1),
                new Attribute("msExchRecipientTypeDetails", Long.toString(RECIPIENT_TYPE_DETAILS)),
                new Attribute("msExchRecipientDisplayType", Integer.toString(RECIPIENT_DISPLAY_TYPE)));
    }

    static String dn(String alias, String parentDn) {
        return "CN=" + alias + "," + parentDn;
    }

    private static List<String> addresses(String alias, String domain) {
        return List.of(
                "SMTP:" + alias + "@" + domain,
                "smtp:" + alias + ".second@" + domain,
                "X500:/o=Lab Organization/ou=External/cn=Recipients/cn=" + domain + "-" + alias);
    }
}
