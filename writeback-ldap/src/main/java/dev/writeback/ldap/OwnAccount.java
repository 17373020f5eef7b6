package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.ldap.Grant.Trustee;
import dev.writeback.model.Dn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is signed in, however they signed in: the server lists the security identifiers of the connection's token in its
 * root entry ({@code tokenGroups}, [MS-ADTS] 3.1.1.3.2), the account's own among those of its groups.
 */
final class OwnAccount {

    private static final String TOKEN = "tokenGroups";
    private static final int OF_A_DOMAIN = 28;

    private final Session session;
    private final LdapSettings settings;

    OwnAccount(Session session, LdapSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** The account; nothing if it does not see itself. */
    Optional<Trustee> trustee() throws LDAPException {
        Optional<String> domain = session.rootDse().value("defaultNamingContext");
        if (domain.isEmpty()) {
            return Optional.empty();
        }
        Optional<SearchResultEntry> own = byToken(domain.get());
        if (own.isEmpty()) {
            own = byName();
        }
        if (own.isEmpty()) {
            return Optional.empty();
        }
        byte[] sid = own.get().getAttributeValueBytes(AnchorAttributes.SID);
        String name = own.get().getAttributeValue("sAMAccountName");
        if (sid == null || name == null) {
            return Optional.empty();
        }
        String prefix = netBiosName(domain.get()).map(it -> it + "\\").orElse("");
        return Optional.of(new Trustee(SecurityIdentifiers.toText(sid), prefix + name));
    }

    private Optional<SearchResultEntry> byToken(String domain) throws LDAPException {
        List<byte[]> sids =
                session.search("", SearchScope.BASE, Filter.createPresenceFilter("objectClass"), TOKEN).stream()
                        .filter(entry -> entry.hasAttribute(TOKEN))
                        .flatMap(entry -> Arrays.stream(entry.getAttributeValueByteArrays(TOKEN)))
                        .filter(sid -> sid.length == OF_A_DOMAIN)
                        .toList();
        if (sids.isEmpty()) {
            return Optional.empty();
        }
        List<Filter> any = sids.stream()
                .map(sid -> Filter.createEqualityFilter(AnchorAttributes.SID, sid))
                .toList();
        return searched(
                domain,
                SearchScope.SUB,
                Filter.createANDFilter(Filter.createEqualityFilter("objectClass", "user"), Filter.createORFilter(any)));
    }

    private Optional<SearchResultEntry> byName() throws LDAPException {
        String account = settings.signIn().account();
        return Dn.isValid(account)
                ? searched(account, SearchScope.BASE, Filter.createPresenceFilter("objectClass"))
                : Optional.empty();
    }

    private Optional<SearchResultEntry> searched(String base, SearchScope scope, Filter filter) throws LDAPException {
        try {
            return session.search(base, scope, filter, AnchorAttributes.SID, "sAMAccountName").stream()
                    .findFirst();
        } catch (LDAPException failure) {
            if (failure.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Optional<String> netBiosName(String domain) throws LDAPException {
        Optional<String> configuration = session.rootDse().value("configurationNamingContext");
        if (configuration.isEmpty()) {
            return Optional.empty();
        }
        try {
            return session
                    .search(
                            "CN=Partitions," + configuration.get(),
                            SearchScope.ONE,
                            Filter.createEqualityFilter("nCName", domain),
                            "nETBIOSName")
                    .stream()
                    .flatMap(it -> Stream.ofNullable(it.getAttributeValue("nETBIOSName")))
                    .findFirst();
        } catch (LDAPException failure) {
            if (failure.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
