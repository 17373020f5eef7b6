package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for entries whose source of authority is the cloud ({@code msDS-ObjectSoa}): where a domain enforces that, its
 * controllers refuse or audit writes by any account that is not on a list. The list is in a policy whose form is not
 * published, so it is named and not judged.
 */
final class AuthorityCheck {

    private static final String TOPIC = "authority";
    private static final String MARK = "msDS-ObjectSoa";
    private static final int MOST = 1000;
    private static final int NAMED = 3;

    private AuthorityCheck() {}

    /** What is known of it; nothing where the schema has no such mark. */
    static Optional<Finding> finding(Session session, LdapSettings settings, CheckRequest request, Schema schema)
            throws LDAPException {
        if (schema.getAttributeType(MARK) == null) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        Tour tour = new Tour(session, Places.of(request, settings), MOST);
        tour.show(
                Filter.createEqualityFilter(MARK, "Cloud"),
                List.of(),
                entry -> {
                    if (names.size() < NAMED) {
                        names.add(entry.getDN());
                    }
                },
                "1.1");
        return Optional.of(
                tour.seen() == 0
                        ? Finding.ok(
                                TOPIC, "No entry in scope has the cloud as its source of authority (msDS-ObjectSoa).")
                        : new Finding(
                                Level.WARNING,
                                TOPIC,
                                "%s in scope have the cloud as their source of authority (msDS-ObjectSoa), for instance %s; whether the domain refuses writes to them cannot be told from here."
                                        .formatted(tour.atLeast(), PrivilegeCheck.joined(names)),
                                "If the domain has a policy for them (SOA-Policies), see that the account is on its list of accounts that may write."));
    }
}
