package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether the account can tell who is privileged, and whom that concerns. An account that may not read
 * {@code adminCount} sees administrators as ordinary people; every entry that AdminSDHolder protects has the same access
 * control list ([MS-ADTS] 3.1.1.6.1), so that the built-in administrator stands for all of them.
 */
final class PrivilegeCheck {

    private static final String TOPIC = "privilege";
    private static final int ADMINISTRATOR = 500;
    private static final int MOST = 1000;
    private static final int NAMED = 3;

    private final Session session;
    private final LdapSettings settings;

    PrivilegeCheck(Session session, LdapSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    List<Finding> findings(CheckRequest request) throws LDAPException {
        List<Finding> findings = new ArrayList<>();
        findings.add(sight());
        List<String> names = new ArrayList<>();
        Tour tour = new Tour(session, Places.of(request, settings), MOST);
        tour.show(
                Places.PRIVILEGED_RECIPIENTS,
                List.of(),
                entry -> {
                    if (names.size() < NAMED) {
                        names.add(entry.getDN());
                    }
                },
                "1.1");
        if (tour.seen() > 0) {
            findings.add(
                    new Finding(
                            Level.WARNING,
                            TOPIC,
                            "%s with an address in scope are privileged (adminCount is set) and will be left alone, for instance %s."
                                    .formatted(tour.atLeast(), joined(names)),
                            "Where that is wrong, clear adminCount and let them inherit rights again, or name them in scope.privilegedEntries."));
        }
        return findings;
    }

    private Finding sight() throws LDAPException {
        Optional<SearchResultEntry> administrator = administrator();
        ServerAddress server = session.server().address();
        if (administrator.isEmpty()) {
            return Finding.ok(
                    TOPIC,
                    "%s does not show the built-in administrator to the account, so it cannot be tried whether it sees who is privileged."
                            .formatted(server));
        }
        boolean seesAll = administrator.get().hasAttribute("adminCount")
                && administrator.get().hasAttribute(AnchorAttributes.SID);
        return seesAll
                ? Finding.ok(TOPIC, "The account sees on %s who is privileged.".formatted(server))
                : new Finding(
                        Level.ERROR,
                        TOPIC,
                        "%s does not show the account who is privileged: adminCount of the built-in administrator is hidden."
                                .formatted(server),
                        "Grant the account read access to adminCount and objectSid on CN=AdminSDHolder,CN=System of the domain; until then administrators look like everybody else.");
    }

    private Optional<SearchResultEntry> administrator() throws LDAPException {
        Optional<String> domain = session.rootDse().value("defaultNamingContext");
        if (domain.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> sid = session
                .search(
                        domain.get(),
                        SearchScope.BASE,
                        Filter.createPresenceFilter("objectClass"),
                        AnchorAttributes.SID)
                .stream()
                .flatMap(it -> Optional.ofNullable(it.getAttributeValueBytes(AnchorAttributes.SID)).stream())
                .findFirst();
        if (sid.isEmpty()) {
            return Optional.empty();
        }
        return session
                .search(
                        domain.get(),
                        SearchScope.SUB,
                        // What finds it must not be what is hidden.
                        Filter.createEqualityFilter(AnchorAttributes.SID, account(sid.get(), ADMINISTRATOR)),
                        "adminCount",
                        AnchorAttributes.SID)
                .stream()
                .findFirst();
    }

    /** The identifier of an account of a domain: the domain's with one number more ([MS-DTYP] 2.4.2). */
    private static byte[] account(byte[] domain, int number) {
        byte[] sid = ByteBuffer.allocate(domain.length + Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(domain)
                .putInt(number)
                .array();
        sid[1]++;
        return sid;
    }

    static String joined(List<String> names) {
        return String.join("; ", names);
    }
}
