package dev.writeback.testkit.controller;

import static dev.writeback.testkit.controller.Change.addresses;
import static dev.writeback.testkit.controller.Change.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages, ranges, filters and references: how much comes at once, and what matches. */
public abstract class ReadingContract extends ControllerContract {

    /** For those who extend it. */
    protected ReadingContract() {}

    @Test
    void pages_hold_what_was_asked_for_and_the_last_one_has_no_cookie() throws LDAPException {
        String unit = place.unit();
        for (int i = 0; i < 5; i++) {
            place.administrator().add("CN=" + i + "," + unit, with("objectClass", "contact"));
        }
        List<Integer> sizes = new ArrayList<>();
        ASN1OctetString cookie = null;
        do {
            SearchResult page = place.administrator().search(page(unit, 2, cookie));
            sizes.add(page.getEntryCount());
            cookie = cookie(page);
        } while (cookie.getValueLength() > 0);
        assertThat(sizes).as("five entries in pages of two").containsExactly(2, 2, 1);
    }

    @Test
    void a_cookie_belongs_to_its_connection() throws LDAPException {
        ASN1OctetString cookie = cookie(place.administrator().search(page(place.domain(), 2, null)));
        try (LDAPConnection other = place.controller().connect(SignedIn.ADMINISTRATOR)) {
            refused(
                    "a cookie on another connection, as after a reconnect",
                    ResultCode.UNWILLING_TO_PERFORM,
                    () -> other.search(page(place.domain(), 2, cookie)));
        }
        refused(
                "a cookie of another make",
                ResultCode.UNWILLING_TO_PERFORM,
                () -> place.administrator().search(page(place.domain(), 2, new ASN1OctetString("nonsense"))));
    }

    static ASN1OctetString cookie(SearchResult page) throws LDAPException {
        SimplePagedResultsControl control = SimplePagedResultsControl.get(page);
        if (control == null) {
            throw new AssertionError("A page of a search came without the control that says where it goes on");
        }
        return control.getCookie();
    }

    private static SearchRequest page(String base, int size, @Nullable ASN1OctetString cookie) throws LDAPException {
        SearchRequest request = new SearchRequest(base, SearchScope.SUB, "(!(objectClass=organizationalUnit))", "1.1");
        request.setControls(new SimplePagedResultsControl(size, cookie, true));
        return request;
    }

    @Test
    void a_range_of_values_comes_under_a_name_that_says_which() throws LDAPException {
        String user = place.user(with("proxyAddresses", addresses(10)), with("info", "a"));
        assertThat(names(user, "proxyAddresses;range=0-4")).containsExactly("proxyAddresses;range=0-4 5");
        assertThat(names(user, "proxyAddresses;range=5-*")).containsExactly("proxyAddresses;range=5-* 5");
        assertThat(names(user, "proxyAddresses;range=5-9"))
                .as("a range that ends with the last value; the asterisk says that nothing is left")
                .containsExactly("proxyAddresses;range=5-* 5");
        assertThat(names(user, "proxyAddresses;range=5-20")).containsExactly("proxyAddresses;range=5-* 5");
        assertThat(names(user, "info;range=0-*")).containsExactly("info;range=0-* 1");
        assertThat(names(user, "mail;range=0-*")).as("a range of nothing").isEmpty();
    }

    private List<String> names(String entry, String attribute) throws LDAPException {
        return place.read(entry, attribute).getAttributes().stream()
                .map(each -> each.getName() + " " + each.size())
                .toList();
    }

    @Test
    void what_the_schema_does_not_know_is_nowhere() throws LDAPException {
        String user = place.user(with("info", "a"));
        assertThat(place.matches(user, "(noSuchThing=a)")).isFalse();
        assertThat(place.matches(user, "(|(info=a)(noSuchThing=a))")).isTrue();
        assertThat(names(user, "noSuchThing")).isEmpty();
        assertThat(names(user, "1.1")).as("attributes when none are asked for").isEmpty();
    }

    @Test
    void bits_of_numbers_are_matched_by_rule() throws LDAPException {
        String user = place.user(with("msExchRecipientDisplayType", "6"));
        String all = "(msExchRecipientDisplayType:1.2.840.113556.1.4.803:=";
        assertThat(place.matches(user, all + "2)")).isTrue();
        assertThat(place.matches(user, all + "3)")).isFalse();
        assertThat(place.matches(user, "(msExchRecipientDisplayType:1.2.840.113556.1.4.804:=3)"))
                .isTrue();
        assertThat(place.matches(user, "(cn:1.2.3.4:=x)")).as("an unknown rule").isFalse();
    }

    @Test
    void members_are_matched_through_other_groups_by_rule() throws LDAPException {
        String user = place.user();
        String inner = place.group(user);
        String outer = place.group(inner);
        place.modify(inner, Change.add("member", outer));
        String chain = ":1.2.840.113556.1.4.1941:=";
        assertThat(place.matches(user, "(memberOf=" + outer + ")"))
                .as("a member in the second degree")
                .isFalse();
        assertThat(place.matches(user, "(memberOf" + chain + outer + ")"))
                .as("the same, in chain")
                .isTrue();
        assertThat(place.count(place.dn(), SearchScope.SUB, "(member" + chain + user + ")"))
                .as("groups that have the user, directly or not; two of them have each other")
                .isEqualTo(2);
        assertThat(place.count(place.dn(), SearchScope.SUB, "(member" + chain + "CN=nobody," + place.dn() + ")"))
                .isZero();
    }

    @Test
    void a_search_of_the_whole_domain_refers_to_its_other_contexts() throws LDAPException {
        SearchRequest request = new SearchRequest(place.domain(), SearchScope.SUB, "(cn=no such thing)", "1.1");
        assertThat(place.administrator().search(request).getReferenceCount())
                .as("references of a search from the root; a client that follows them reads the configuration")
                .isEqualTo(1);
        request.setControls(new Control("1.2.840.113556.1.4.1339", true));
        assertThat(place.administrator().search(request).getReferenceCount())
                .as("references with the domain scope control")
                .isZero();
    }

    @Test
    void entries_that_are_not_there_are_no_such_object() {
        for (String base : List.of("CN=nobody," + place.dn(), "CN=a,CN=nobody," + place.dn())) {
            refused(
                    base,
                    ResultCode.NO_SUCH_OBJECT,
                    () -> place.administrator().search(base, SearchScope.BASE, "(objectClass=*)"));
        }
    }
}
