package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.addresses;
import static dev.writeback.testkit.controller.Change.replace;
import static dev.writeback.testkit.controller.Change.with;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Differences in searches: limits, pages, ranges, filters, bases. */
final class ReadingProbes {

    private ReadingProbes() {}

    static List<Probe> all() {
        List<Probe> all = new ArrayList<>();
        all.add(new Probe("a client's size limit of 3", ReadingProbes::limited));
        all.add(page("a page of no entries", 0, null));
        all.add(page("a cookie of another make", 2, new ASN1OctetString("nonsense")));
        all.add(new Probe("a cookie used twice", place -> {
            ASN1OctetString cookie = open(place);
            Reply.to(() -> place.administrator().search(paged(place, 2, cookie)));
            return Reply.to(() -> place.administrator().search(paged(place, 2, cookie)));
        }));
        all.add(new Probe("the first of twelve searches that are read by pages", place -> {
            ASN1OctetString first = open(place);
            for (int i = 0; i < 11; i++) {
                open(place);
            }
            return Reply.to(() -> place.administrator().search(paged(place, 2, first)));
        }));
        all.addAll(ranges());
        all.addAll(filters());
        all.addAll(bases());
        return all;
    }

    private static String limited(Workplace place) throws LDAPException {
        SearchRequest request = new SearchRequest(place.domain(), SearchScope.SUB, "(objectClass=*)", "1.1");
        request.setSizeLimit(3);
        try {
            return place.administrator().search(request).getEntryCount() > 3 ? "all entries" : "3 entries";
        } catch (LDAPSearchException limit) {
            return limit.getEntryCount() + " entries, then " + Reply.of(limit);
        }
    }

    private static SearchRequest paged(Workplace place, int size, @Nullable ASN1OctetString at) {
        Filter everything = Filter.createPresenceFilter("objectClass");
        SearchRequest request = new SearchRequest(place.domain(), SearchScope.SUB, everything, "1.1");
        request.setControls(new SimplePagedResultsControl(size, at, true));
        return request;
    }

    private static Probe page(String asked, int size, @Nullable ASN1OctetString at) {
        return new Probe(asked, place -> Reply.to(() -> place.administrator().search(paged(place, size, at))));
    }

    private static ASN1OctetString open(Workplace place) throws LDAPException {
        return ReadingContract.cookie(place.administrator().search(paged(place, 2, null)));
    }

    private static List<Probe> ranges() {
        return List.of(
                range("a range that begins behind the last value", "range=5-*"),
                range("a range that ends before it begins", "range=1-0"),
                range("a range that is none", "range=x-y"),
                new Probe("1,600 values of a link without a range", place -> {
                    List<String> targets = new ArrayList<>();
                    for (int i = 0; i < 1_600; i++) {
                        targets.add(place.contact());
                    }
                    String user = place.user(with("publicDelegates", targets.toArray(String[]::new)));
                    String names = names(place, user, "publicDelegates");
                    // Servers are slow to delete what so many links lead to.
                    place.modify(user, replace("publicDelegates"));
                    return names;
                }),
                new Probe("attributes without their values", ReadingProbes::withoutValues));
    }

    private static String withoutValues(Workplace place) throws LDAPException {
        SearchRequest request = new SearchRequest(
                place.user(with("info", "a")),
                SearchScope.BASE,
                DereferencePolicy.NEVER,
                0,
                0,
                true,
                Filter.createPresenceFilter("objectClass"),
                "info");
        return Objects.requireNonNull(place.administrator().searchForEntry(request)).getAttributes().stream()
                .map(each -> each.getName() + " " + each.size())
                .collect(Collectors.joining(", "));
    }

    private static Probe range(String asked, String option) {
        return new Probe(
                asked,
                place -> names(place, place.user(with("proxyAddresses", addresses(2))), "proxyAddresses;" + option));
    }

    private static String names(Workplace place, String entry, String attribute) throws LDAPException {
        List<String> names = place.read(entry, attribute).getAttributes().stream()
                .map(each -> each.getName() + " with " + each.size() + " values")
                .toList();
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }

    private static List<Probe> filters() {
        Attribute a = with("info", "a  b");
        return List.of(
                matching("not a filter on an unknown attribute: (!(noSuchThing=a))", "(!(noSuchThing=a))", a),
                matching("one space in a filter for two in the value", "(info=a b)", a),
                matching("a space too much at the beginning of a filter", "(info=\\20a  b)", a),
                matching("an approximate filter", "(info~=A  B)", a),
                new Probe("objectGUID as text in a filter", place -> {
                    String user = place.user();
                    String guid = place.byGuid(user).replaceAll("[<>]|GUID=", "");
                    return found(place.matches(user, "(objectGUID=" + guid + ")"));
                }),
                new Probe(
                        "an OID for the attribute of a filter",
                        place -> found(place.matches(place.user(a), "(1.2.840.113556.1.2.81=a  b)"))),
                new Probe("ambiguous name resolution (anr)", place -> {
                    String name = Workplace.name("anr");
                    return found(place.matches(place.user(with("displayName", name)), "(anr=" + name + ")"));
                }));
    }

    private static Probe matching(String asked, String filter, Attribute attribute) {
        return new Probe(asked, place -> found(place.matches(place.user(attribute), filter)));
    }

    private static String found(boolean found) {
        return found ? "found" : "not found";
    }

    private static List<Probe> bases() {
        return List.of(
                base("a base in another domain", "DC=other,DC=test"),
                base("no base", ""),
                base("a base that does not exist", "CN=nobody,CN=Users,"),
                base("a base that is no name", "nonsense"),
                base("a base by a GUID that nobody has", "<GUID=11111111-2222-3333-4444-555555555555>"),
                base("a base by a GUID that is none", "<GUID=nonsense>"));
    }

    private static Probe base(String asked, String base) {
        return new Probe(
                asked,
                place -> Reply.to(() -> place.administrator()
                        .search(
                                base.endsWith(",") ? base + place.domain() : base,
                                SearchScope.SUB,
                                "(cn=no such thing)")));
    }
}
