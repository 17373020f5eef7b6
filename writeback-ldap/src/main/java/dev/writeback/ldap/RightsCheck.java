package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.model.AttributeName;
import dev.writeback.model.Dn;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks whether the account may write the attributes, by what Active Directory says of some users
 * ({@code allowedAttributesEffective}, [MS-ADTS] 3.1.1.4.5.23): to ask it of all would take longer than to write.
 */
final class RightsCheck {

    private static final String TOPIC = "rights";
    private static final String EFFECTIVE = "allowedAttributesEffective";
    private static final int SAMPLE = 20;

    private final Session session;
    private final LdapSettings settings;

    RightsCheck(Session session, LdapSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    List<Finding> findings(CheckRequest request) throws LDAPException {
        if (!session.rootDse().isActiveDirectory()) {
            return List.of(Finding.ok(
                    TOPIC,
                    "%s does not tell beforehand what the account may write; a write that is refused will name it."
                            .formatted(session.server().address())));
        }
        List<Finding> findings = new ArrayList<>();
        for (Dn place : Places.of(request, settings)) {
            findings.add(below(place, request.writes().keySet()));
        }
        return findings;
    }

    private Finding below(Dn place, Collection<AttributeName> writes) throws LDAPException {
        List<SearchResultEntry> users = new ArrayList<>();
        try {
            session.searchPage(place.value(), Places.ORDINARY_RECIPIENTS, SAMPLE, null, users::add, EFFECTIVE);
            if (users.isEmpty()) {
                session.searchPage(place.value(), Places.ORDINARY_USERS, SAMPLE, null, users::add, EFFECTIVE);
            }
        } catch (LDAPException failure) {
            if (!failure.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                throw failure;
            }
            return new Finding(
                    Level.ERROR,
                    TOPIC,
                    "There is no %s, or the account may not see it.".formatted(place),
                    "Correct the organizational unit, or grant the account read access to it.");
        }
        if (users.isEmpty()) {
            return new Finding(
                    Level.WARNING,
                    TOPIC,
                    "There are no users below %s that the account may see.".formatted(place),
                    "Check the organizational unit, and that the account may read below it.");
        }
        return judged(place, users, writes);
    }

    private static Finding judged(Dn place, List<SearchResultEntry> users, Collection<AttributeName> writes) {
        Set<AttributeName> denied = new TreeSet<>();
        List<String> concerned = new ArrayList<>();
        for (SearchResultEntry user : users) {
            List<AttributeName> lacking = lacking(user, writes);
            if (!lacking.isEmpty()) {
                denied.addAll(lacking);
                concerned.add(user.getDN());
            }
        }
        if (denied.isEmpty()) {
            return Finding.ok(
                    TOPIC,
                    "The account may write all %d attributes of the %d users looked at below %s."
                            .formatted(writes.size(), users.size(), place));
        }
        String which = denied.size() == writes.size()
                ? "any of the %d attributes".formatted(writes.size())
                : denied.stream().map(AttributeName::value).collect(Collectors.joining(", "));
        return new Finding(
                Level.ERROR,
                TOPIC,
                "The account may not write %s of %d of %d users looked at below %s, for instance %s."
                        .formatted(which, concerned.size(), users.size(), place, concerned.get(0)),
                "Grant the account write access to these attributes on %s, inherited by users; check --grant prints the commands."
                        .formatted(place));
    }

    private static List<AttributeName> lacking(SearchResultEntry user, Collection<AttributeName> writes) {
        String[] effective = user.getAttributeValues(EFFECTIVE);
        Set<AttributeName> allowed = effective == null
                ? Set.of()
                : Stream.of(effective)
                        .filter(AttributeName::isValid)
                        .map(AttributeName::of)
                        .collect(Collectors.toSet());
        return writes.stream().filter(name -> !allowed.contains(name)).toList();
    }
}
