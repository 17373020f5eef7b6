package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.model.ObjectGuid;
import java.util.Objects;

/**
 * Which copy of the directory's database a server holds. Update numbers mean something only within one copy, and a
 * server that was restored from a backup has a new invocation id ([MS-ADTS] 3.1.1.1.9).
 *
 * @param host the server's own name; empty if it does not say
 * @param invocation the invocation id of its settings; empty if it does not show it to the account
 */
record DatabaseId(String host, String invocation) {

    /** The copy that the server holds. */
    static DatabaseId of(Session session, RootDse root) throws LDAPException {
        String host = root.value("dnsHostName").orElse("").replace(" ", "");
        String settings = root.value("dsServiceName").orElse("");
        return new DatabaseId(host, settings.isEmpty() ? "" : invocation(session, settings));
    }

    /** Whether it can be told from every other copy. */
    boolean isComplete() {
        return !host.isEmpty() && !invocation.isEmpty();
    }

    private static String invocation(Session session, String settings) throws LDAPException {
        Filter any = Filter.createPresenceFilter("objectClass");
        try {
            return session.search(settings, SearchScope.BASE, any, "invocationId").stream()
                    .map(entry -> entry.getAttributeValueBytes("invocationId"))
                    .filter(id -> Objects.nonNull(id) && id.length == ObjectGuid.LENGTH)
                    .map(id -> ObjectGuid.ofBytes(id).toString())
                    .findFirst()
                    .orElse("");
        } catch (LDAPException hidden) {
            if (!hidden.getResultCode().isConnectionUsable()) {
                throw hidden;
            }
            return "";
        }
    }
}
