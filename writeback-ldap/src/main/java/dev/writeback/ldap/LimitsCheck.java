package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the limits of the server's query policy ({@code lDAPAdminLimits}, [MS-ADTS] 3.1.1.3.4.6) with what is asked for
 * at once. Pages and ranges adapt to any limit; a lookup of many entries and a long search do not.
 */
final class LimitsCheck {

    private static final String TOPIC = "limits";
    private static final String LIMITS = "lDAPAdminLimits";
    private static final String DEFAULT_POLICY =
            "CN=Default Query Policy,CN=Query-Policies,CN=Directory Service,CN=Windows NT,CN=Services,";

    /** The least of each that suffices; a limit that is not stated has Active Directory's default, which is more. */
    private static final Map<String, Integer> ENOUGH = Map.of(
            "maxpagesize", LookupBatch.MOST_TERMS,
            "maxvalrange", 30,
            "maxqueryduration", 30,
            "maxresultsetsize", 16_384,
            "maxreceivebuffer", 1 << 20);

    private LimitsCheck() {}

    /** What is wrong with the limits; nothing if the account may not see them. */
    static Optional<Finding> finding(Session session) throws LDAPException {
        Optional<String> configuration = session.rootDse().value("configurationNamingContext");
        if (configuration.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> service = session.rootDse().value("dsServiceName");
        Optional<String> own =
                service.isPresent() ? value(session, service.get(), "queryPolicyObject") : Optional.empty();
        List<String> stated = values(session, own.orElse(DEFAULT_POLICY + configuration.get()), LIMITS);
        return stated.isEmpty() ? Optional.empty() : Optional.of(judged(session, stated));
    }

    private static Finding judged(Session session, List<String> stated) {
        Map<String, Long> limits = new HashMap<>();
        for (String line : stated) {
            String[] parts = line.split("=", 2);
            if (parts.length == 2 && parts[1].strip().matches("\\d{1,12}")) {
                limits.put(parts[0].strip().toLowerCase(Locale.ROOT), Long.parseLong(parts[1].strip()));
            }
        }
        List<String> low = new ArrayList<>();
        ENOUGH.forEach((name, enough) -> {
            Long limit = limits.get(name);
            if (limit != null && limit < enough) {
                low.add("%s is %d and should be %d or more".formatted(spelled(stated, name), limit, enough));
            }
        });
        low.sort(String::compareTo);
        ServerAddress server = session.server().address();
        return low.isEmpty()
                ? Finding.ok(TOPIC, "The query limits of %s suffice.".formatted(server))
                : new Finding(
                        Level.WARNING,
                        TOPIC,
                        "The query limits of %s are low: %s.".formatted(server, String.join("; ", low)),
                        "Raise them in lDAPAdminLimits of the query policy (ntdsutil, ldap policies), or searches will fail.");
    }

    private static String spelled(List<String> stated, String name) {
        return stated.stream()
                .map(line -> line.split("=", 2)[0].strip())
                .filter(it -> it.toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(name);
    }

    private static Optional<String> value(Session session, String dn, String attribute) throws LDAPException {
        return values(session, dn, attribute).stream().findFirst();
    }

    private static List<String> values(Session session, String dn, String attribute) throws LDAPException {
        try {
            return session.search(dn, SearchScope.BASE, Filter.createPresenceFilter("objectClass"), attribute).stream()
                    .filter(entry -> entry.hasAttribute(attribute))
                    .flatMap(entry -> List.of(entry.getAttributeValues(attribute)).stream())
                    .toList();
        } catch (LDAPException failure) {
            if (!failure.getResultCode().isConnectionUsable()
                    || failure.getResultCode().equals(ResultCode.BUSY)) {
                throw failure;
            }
            return List.of();
        }
    }
}
