package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.model.Dn;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.CheckRequest.Depth;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for mail addresses that two entries in scope have: Active Directory does not keep them unique. */
final class AddressCheck {

    private static final String TOPIC = "addresses";
    private static final int SAMPLE = 10_000;
    private static final int NAMED = 3;
    /** So many are looked up, in case one of them only has the hash of another. */
    private static final int KEPT = 20;

    private static final String[] ATTRIBUTES = {"mail", "proxyAddresses", "targetAddress"};
    private static final Filter WANTED = Filter.createORFilter(
            Stream.of(ATTRIBUTES).map(Filter::createPresenceFilter).toList());

    private final Session session;
    private final LdapSettings settings;
    private final AddressHashes met = new AddressHashes();
    private final Set<String> twice = new LinkedHashSet<>();
    private long more;

    AddressCheck(Session session, LdapSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    Finding finding(CheckRequest request) throws LDAPException {
        List<Dn> places = Places.of(request, settings);
        Tour tour = new Tour(session, places, request.depth() == Depth.THOROUGH ? Long.MAX_VALUE : SAMPLE);
        tour.show(WANTED, List.of(), this::take, ATTRIBUTES);
        List<String> found = new ArrayList<>();
        for (String address : twice) {
            Set<String> holders = holders(places, address);
            if (holders.size() > 1) {
                found.add("%s of %s".formatted(address, String.join(" and ", holders)));
            }
        }
        String looked = tour.words("entries with an address");
        if (found.isEmpty()) {
            String end = met.isFull()
                    ? " (of more than %d addresses the rest was not compared)".formatted(AddressHashes.MOST)
                    : "";
            return Finding.ok(TOPIC, "No two of %s in scope have the same one%s.".formatted(looked, end));
        }
        return new Finding(
                Level.WARNING,
                TOPIC,
                "Addresses that more than one has: %d, of %s in scope, for instance %s."
                        .formatted(
                                found.size() + more,
                                looked,
                                PrivilegeCheck.joined(found.subList(0, Math.min(NAMED, found.size())))),
                "Take each address away from all but one; mail to it goes nowhere as it is." + tour.more());
    }

    private void take(SearchResultEntry entry) {
        Set<String> own = new HashSet<>();
        for (String attribute : ATTRIBUTES) {
            String[] values = entry.getAttributeValues(attribute);
            if (values != null) {
                Stream.of(values)
                        .map(AddressHashes::normalized)
                        .filter(AddressCheck::isMail)
                        .forEach(own::add);
            }
        }
        own.stream().filter(address -> !met.add(address)).forEach(this::meetAgain);
    }

    private void meetAgain(String address) {
        if (twice.size() < KEPT) {
            twice.add(address);
        } else if (!twice.contains(address)) {
            more++;
        }
    }

    /** Of other kinds (X500, SIP, EUM) several entries may well have the same one. */
    private static boolean isMail(String normalized) {
        int colon = normalized.indexOf(':');
        return normalized.indexOf('@') > 0 && (colon < 0 || colon > normalized.indexOf('@'));
    }

    private Set<String> holders(List<Dn> places, String address) throws LDAPException {
        Set<String> holders = new TreeSet<>();
        Filter filter = Filter.createORFilter(
                Filter.createEqualityFilter("mail", address),
                Filter.createEqualityFilter("proxyAddresses", "smtp:" + address),
                Filter.createEqualityFilter("proxyAddresses", address),
                Filter.createEqualityFilter("targetAddress", "smtp:" + address),
                Filter.createEqualityFilter("targetAddress", address));
        new Tour(session, places, KEPT).show(filter, List.of(), entry -> holders.add(entry.getDN()), "1.1");
        return holders;
    }
}
