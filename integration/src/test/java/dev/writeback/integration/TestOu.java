package dev.writeback.integration;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * An organizational unit of a test's own with users of known values, seen and changed with an administrator's eyes; it
 * goes with all that is in it when it is closed. Its name carries the number of the process, so that runs that share a
 * domain controller do not meet. Not thread-safe.
 */
final class TestOu implements AutoCloseable {

    private static final int PAGE = 500;

    /** What the server keeps by itself; it differs after any change, and after none on another server. */
    private static final List<String> KEPT_BY_SERVER = List.of("usnchanged", "whenchanged", "dscorepropagationdata");

    private final LDAPConnection admin;
    private final String dn;
    private final List<TestUser> users;

    private TestOu(LDAPConnection admin, String dn, List<TestUser> users) {
        this.admin = admin;
        this.dn = dn;
        this.users = List.copyOf(users);
    }

    /** Makes {@code OU=name-process} below that parent, with that many users. */
    static TestOu create(AdLab lab, String parentDn, String name, int users) throws LDAPException {
        String label = name + "-" + ProcessHandle.current().pid();
        String dn = "OU=" + label + "," + parentDn;
        String domain = label.toLowerCase(Locale.ROOT) + ".example.test";
        LDAPConnection admin = lab.connect(AdLab.Account.ADMIN);
        deleteTree(admin, dn); // a process of the same number may have been killed
        admin.add(new AddRequest(dn, new Attribute("objectClass", "organizationalUnit")));
        List<String> aliases = IntStream.range(0, users)
                .mapToObj(i -> String.format(Locale.ROOT, "user%05d", i))
                .toList();
        for (String alias : aliases) {
            admin.add(TestUser.entry(alias, domain, dn));
        }
        Map<String, String> ids = immutableIds(admin, dn);
        return new TestOu(
                admin,
                dn,
                aliases.stream()
                        .map(alias -> new TestUser(alias, domain, TestUser.dn(alias, dn), ids.get(alias)))
                        .toList());
    }

    String dn() {
        return dn;
    }

    /** In the order of their aliases: {@code user00000}, {@code user00001}, ... */
    List<TestUser> users() {
        return users;
    }

    TestUser user(int index) {
        return users.get(index);
    }

    /** Gives all users the lists of values back that they were made with, so that a first contact finds nothing else. */
    void restoreLists() throws LDAPException {
        for (TestUser user : users) {
            List<Modification> changes = new ArrayList<>();
            changes.add(new Modification(
                    ModificationType.REPLACE,
                    "proxyAddresses",
                    user.proxyAddresses().toArray(String[]::new)));
            for (int i = 1; i <= 5; i++) {
                changes.add(new Modification(ModificationType.REPLACE, "msExchExtensionCustomAttribute" + i));
            }
            admin.modify(user.dn(), changes);
        }
    }

    /** The administrator's connection, for what a test wants to change behind the back of the job. */
    LDAPConnection admin() {
        return admin;
    }

    /** The entry of that user with these attributes, or with all but the constructed ones if none is named. */
    SearchResultEntry read(TestUser user, String... attributes) throws LDAPException {
        return admin.getEntry(user.dn(), attributes);
    }

    /**
     * Everything the directory holds of each user: by DN, by attribute in lower case, the values in order, their case
     * kept, octets in base64. Left out is what the server counts and dates by itself.
     */
    Map<String, Map<String, TreeSet<String>>> contents() throws LDAPException {
        Map<String, Map<String, TreeSet<String>>> contents = new TreeMap<>();
        for (SearchResultEntry entry : people(admin, dn, "*")) {
            Map<String, TreeSet<String>> values = new TreeMap<>();
            for (Attribute attribute : entry.getAttributes()) {
                String name = attribute.getBaseName().toLowerCase(Locale.ROOT);
                if (!KEPT_BY_SERVER.contains(name)) {
                    values.put(name, exactValues(attribute));
                }
            }
            contents.put(entry.getDN(), values);
        }
        return contents;
    }

    /** The uSNChanged of each user, by DN: it moves with every change that is one, and with no other write. */
    Map<String, Long> usns() throws LDAPException {
        Map<String, Long> usns = new TreeMap<>();
        for (SearchResultEntry entry : people(admin, dn, "uSNChanged")) {
            usns.put(entry.getDN(), entry.getAttributeValueAsLong("uSNChanged"));
        }
        return usns;
    }

    /** How many users have changed since {@link #usns()} gave that. */
    long changedSince(Map<String, Long> before) throws LDAPException {
        return usns().entrySet().stream()
                .filter(now -> !now.getValue().equals(before.get(now.getKey())))
                .count();
    }

    @Override
    public void close() throws LDAPException {
        try (admin) {
            deleteTree(admin, dn);
        }
    }

    private static TreeSet<String> exactValues(Attribute attribute) {
        TreeSet<String> values = new TreeSet<>();
        for (ASN1OctetString value : attribute.getRawValues()) {
            String text = value.stringValue();
            boolean reversible = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), value.getValue());
            values.add(reversible ? text : Base64.getEncoder().encodeToString(value.getValue()));
        }
        return values;
    }

    private static Map<String, String> immutableIds(LDAPConnection admin, String dn) throws LDAPException {
        Map<String, String> ids = new TreeMap<>();
        for (SearchResultEntry entry : people(admin, dn, "cn", "objectGUID")) {
            ids.put(
                    entry.getAttributeValue("cn"),
                    Base64.getEncoder().encodeToString(entry.getAttributeValueBytes("objectGUID")));
        }
        return ids;
    }

    private static List<SearchResultEntry> people(LDAPConnection admin, String dn, String... attributes)
            throws LDAPException {
        List<SearchResultEntry> found = new ArrayList<>();
        SearchRequest request =
                new SearchRequest(dn, SearchScope.SUB, Filter.createEqualityFilter("objectClass", "user"), attributes);
        ASN1OctetString cookie = null;
        do {
            request.setControls(new SimplePagedResultsControl(PAGE, cookie));
            SearchResult page = admin.search(request);
            found.addAll(page.getSearchEntries());
            SimplePagedResultsControl response = SimplePagedResultsControl.get(page);
            cookie = response != null && response.moreResultsToReturn() ? response.getCookie() : null;
        } while (cookie != null);
        return found;
    }

    private static void deleteTree(LDAPConnection admin, String dn) throws LDAPException {
        DeleteRequest request = new DeleteRequest(dn, new Control[] {new SubtreeDeleteRequestControl(true)});
        try {
            forgetNames(admin, dn);
            admin.delete(request);
        } catch (LDAPException e) {
            if (!e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                throw e;
            }
        }
    }

    /** The lab's server does not delete an entry that another one names in one of these attributes. */
    private static void forgetNames(LDAPConnection admin, String dn) throws LDAPException {
        for (String link : List.of("authOrig", "unauthOrig", "dLMemSubmitPerms", "dLMemRejectPerms")) {
            for (SearchResultEntry entry : admin.search(dn, SearchScope.SUB, Filter.createPresenceFilter(link), "1.1")
                    .getSearchEntries()) {
                admin.modify(entry.getDN(), new Modification(ModificationType.DELETE, link));
            }
        }
    }
}
