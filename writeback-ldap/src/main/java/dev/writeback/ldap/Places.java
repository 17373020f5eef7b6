package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import dev.writeback.model.Dn;
import dev.writeback.spi.CheckRequest;
import java.util.List;

/** Where a check looks, and for what. */
final class Places {

    /** Privileged entries do not inherit rights, and are not written anyway. */
    static final Filter ORDINARY_USERS = Filter.createANDFilter(
            Filter.createEqualityFilter("objectCategory", "person"),
            Filter.createEqualityFilter("objectClass", "user"),
            Filter.createNOTFilter(Filter.createEqualityFilter("adminCount", "1")));

    /** What has an address, of whatever kind. */
    static final Filter ADDRESSED = Filter.createORFilter(
            Filter.createPresenceFilter("mail"),
            Filter.createPresenceFilter("proxyAddresses"),
            Filter.createPresenceFilter("msExchRecipientTypeDetails"));

    /** What is to be written to, mostly; accounts of services may well be out of reach. */
    static final Filter ORDINARY_RECIPIENTS = Filter.createANDFilter(ORDINARY_USERS, ADDRESSED);

    /** Those that are left alone. */
    static final Filter PRIVILEGED_RECIPIENTS =
            Filter.createANDFilter(Filter.createEqualityFilter("adminCount", "1"), ADDRESSED);

    private Places() {}

    /** The organizational units in scope, or the base. */
    static List<Dn> of(CheckRequest request, LdapSettings settings) {
        return request.organizationalUnits().isEmpty() ? List.of(settings.baseDn()) : request.organizationalUnits();
    }
}
