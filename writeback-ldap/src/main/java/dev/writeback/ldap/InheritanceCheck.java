package dev.writeback.ldap;

import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.CheckRequest.Depth;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for entries that do not inherit access rights from above: what is granted on an organizational unit does not reach
 * them. Their access control list has SE_DACL_PROTECTED set ([MS-DTYP] 2.4.6).
 */
final class InheritanceCheck {

    private static final String TOPIC = "inherits";
    private static final String DESCRIPTOR = "nTSecurityDescriptor";
    private static final int SAMPLE = 1000;
    private static final int NAMED = 3;

    /** DACL_SECURITY_INFORMATION: the access control list alone, which an account may read that may read the rest ([MS-ADTS] 3.1.1.3.4.1.11). */
    private static final Control ACCESS_LIST_ONLY = new Control(
            "1.2.840.113556.1.4.801", true, new ASN1OctetString(new ASN1Sequence(new ASN1Integer(4)).encode()));

    private static final Filter WANTED = Filter.createORFilter(
            Filter.createEqualityFilter("objectClass", "organizationalUnit"), Places.ORDINARY_RECIPIENTS);

    private final Session session;
    private final LdapSettings settings;
    private final List<String> blocked = new ArrayList<>();
    private long blockedCount;
    private long unread;

    InheritanceCheck(Session session, LdapSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    Finding finding(CheckRequest request) throws LDAPException {
        long most = request.depth() == Depth.THOROUGH ? Long.MAX_VALUE : SAMPLE;
        Tour tour = new Tour(session, Places.of(request, settings), most);
        tour.show(WANTED, List.of(ACCESS_LIST_ONLY), this::take, DESCRIPTOR);
        if (blockedCount > 0) {
            return new Finding(
                    Level.WARNING,
                    TOPIC,
                    "%d of %s in scope inherit no rights, for instance %s."
                            .formatted(
                                    blockedCount,
                                    tour.words("users and organizational units"),
                                    PrivilegeCheck.joined(blocked)),
                    "Let them inherit again (Security, Advanced, Enable inheritance), or grant the account rights on each of them."
                            + tour.more());
        }
        if (unread > 0) {
            return Finding.ok(
                    TOPIC,
                    "The account may not read the access control lists of %d of %s in scope, so it cannot be told whether they inherit rights."
                            .formatted(unread, tour.words("users and organizational units")));
        }
        return Finding.ok(
                TOPIC,
                "Of %s in scope every one inherits rights.".formatted(tour.words("users and organizational units")));
    }

    private void take(SearchResultEntry entry) {
        byte[] descriptor = entry.getAttributeValueBytes(DESCRIPTOR);
        if (descriptor == null || descriptor.length < SecurityDescriptor.SHORTEST) {
            unread++;
        } else if (SecurityDescriptor.blocksInheritance(descriptor)) {
            blockedCount++;
            if (blocked.size() < NAMED) {
                blocked.add(entry.getDN());
            }
        }
    }
}
