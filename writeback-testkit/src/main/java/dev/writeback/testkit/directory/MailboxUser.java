package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A user with a mailbox in the cloud, as a directory on-premises knows it before anything was written back: a remote
 * user mailbox with one primary and one routing address. Every value can be replaced or taken away. Immutable: each
 * method answers with another user.
 */
public final class MailboxUser {

    private static final String ROUTING_DOMAIN = "mail.cloud.example";

    private final String account;
    private final String ou;
    private final Map<String, Attribute> attributes;

    private MailboxUser(String account, String ou, Map<String, Attribute> attributes) {
        this.account = account;
        this.ou = ou;
        this.attributes = attributes;
    }

    /**
     * A user of an account name, in {@code OU=People}, with the mail address {@code account@domain}.
     *
     * @param account the sAMAccountName and common name, for example {@code ada}
     * @param domain the mail domain, for example {@code corp.example}
     * @return the user
     */
    public static MailboxUser of(String account, String domain) {
        return new MailboxUser(account, "OU=People", Map.of())
                .with(
                        new Attribute("objectClass", "user"),
                        new Attribute("sAMAccountName", account),
                        new Attribute("userPrincipalName", account + "@" + domain),
                        new Attribute("userAccountControl", "512"),
                        new Attribute("displayName", account),
                        new Attribute("mail", account + "@" + domain),
                        new Attribute(
                                "proxyAddresses",
                                "SMTP:" + account + "@" + domain,
                                "smtp:" + account + "@" + ROUTING_DOMAIN),
                        new Attribute("mailNickname", account),
                        new Attribute("targetAddress", "SMTP:" + account + "@" + ROUTING_DOMAIN),
                        new Attribute("msExchRecipientTypeDetails", "2147483648"),
                        new Attribute("msExchRecipientDisplayType", "-2147483642"),
                        new Attribute("msExchRemoteRecipientType", "4"),
                        new Attribute("msExchVersion", "88218628259840"));
    }

    /**
     * The same user in another place.
     *
     * @param relativeOu the organizational unit relative to the base, for example {@code OU=North,OU=People}
     * @return the moved user
     */
    public MailboxUser in(String relativeOu) {
        return new MailboxUser(account, relativeOu, attributes);
    }

    /**
     * The same user with other values of an attribute.
     *
     * @param attribute its lDAPDisplayName
     * @param values the values that take the place of those it had
     * @return the changed user
     */
    public MailboxUser with(String attribute, String... values) {
        return with(new Attribute(attribute, values));
    }

    /**
     * The same user with another binary value of an attribute.
     *
     * @param attribute its lDAPDisplayName
     * @param value the octets
     * @return the changed user
     */
    public MailboxUser withOctets(String attribute, byte[] value) {
        return with(new Attribute(attribute, value));
    }

    /**
     * The same user without some attributes.
     *
     * @param names lDAPDisplayNames as they were given
     * @return the changed user
     */
    public MailboxUser without(String... names) {
        Map<String, Attribute> changed = new LinkedHashMap<>(attributes);
        Arrays.asList(names).forEach(changed::remove);
        return new MailboxUser(account, ou, changed);
    }

    MailboxUser with(Attribute... replaced) {
        Map<String, Attribute> changed = new LinkedHashMap<>(attributes);
        Arrays.asList(replaced).forEach(attribute -> changed.put(attribute.getName(), attribute));
        return new MailboxUser(account, ou, changed);
    }

    Entry entry(EntryName base) {
        return new Entry("CN=" + account + "," + ou + "," + base, attributes.values());
    }
}
