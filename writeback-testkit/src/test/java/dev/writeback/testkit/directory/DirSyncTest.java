package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.experimental.ActiveDirectoryDirSyncControl;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DirSyncTest extends DirectoryTest {

    private static final String BASE = "DC=corp,DC=example";
    private static final String REPLICATOR = "CN=replicator,OU=Service,DC=corp,DC=example";
    private static final int MUCH = 1_000_000;
    private static final int SECURED = ActiveDirectoryDirSyncControl.FLAG_OBJECT_SECURITY;

    @Override
    InMemoryActiveDirectoryBuilder settings() {
        return super.settings().account(REPLICATOR, PASSWORD, Rights.readOnly().andReplication());
    }

    @Test
    void attributes_that_changed_are_told_and_no_others() throws LDAPException {
        modify(dn(0), replace("extensionAttribute1", "one"));
        ASN1OctetString place = place(sync(admin, BASE, 0, MUCH, null));
        modify(dn(0), replace("extensionAttribute2", "two"), replace("extensionAttribute1"), replace("info", "x"));

        SearchResultEntry told =
                only(sync(admin, BASE, 0, MUCH, place, "extensionAttribute1", "extensionAttribute2", "displayName"));

        assertThat(told.getDN()).isEqualTo(dn(0));
        assertThat(told.getAttributes())
                .extracting(Attribute::getName)
                .containsExactly("extensionAttribute1", "extensionAttribute2", "objectGUID", "instanceType");
        assertThat(told.getAttribute("extensionAttribute1").getValues()).isEmpty();
        assertThat(told.getAttributeValue("extensionAttribute2")).isEqualTo("two");
    }

    @Test
    void an_entry_without_changes_of_what_is_asked_for_is_not_told_of() throws LDAPException {
        ASN1OctetString place = place(sync(admin, BASE, 0, MUCH, null));
        modify(dn(0), replace("info", "x"));

        assertThat(sync(admin, BASE, 0, MUCH, place, "extensionAttribute1").getEntryCount())
                .isZero();
    }

    @Test
    void links_come_whole() throws LDAPException {
        modify(dn(0), add("publicDelegates", dn(1)));
        ASN1OctetString place = place(sync(admin, BASE, 0, MUCH, null));
        modify(dn(0), add("publicDelegates", dn(2)));

        assertThat(only(sync(admin, BASE, 0, MUCH, place, "publicDelegates")).getAttributeValues("publicDelegates"))
                .containsExactlyInAnyOrder(dn(1), dn(2));
    }

    @Test
    void what_does_not_fit_comes_next_with_changes_from_before() throws LDAPException {
        ASN1OctetString place = place(sync(admin, BASE, 0, MUCH, null));
        for (int user = 0; user < 3; user++) {
            modify(dn(user), replace("extensionAttribute1", "first"));
        }
        SearchResult first = sync(admin, BASE, 0, 1, place, "extensionAttribute1", "extensionAttribute2");
        modify(dn(2), replace("extensionAttribute2", "second"));
        SearchResult second = sync(admin, BASE, 0, 1, place(first), "extensionAttribute1", "extensionAttribute2");
        SearchResult third = sync(admin, BASE, 0, 1, place(second), "extensionAttribute1", "extensionAttribute2");

        assertThat(Stream.of(first, second, third).map(each -> only(each).getDN()))
                .containsExactly(dn(0), dn(1), dn(2));
        assertThat(List.of(more(first), more(second), more(third))).containsExactly(1, 1, 0);
        assertThat(only(third).getAttributeValue("extensionAttribute1")).isEqualTo("first");
        assertThat(only(third).getAttributeValue("extensionAttribute2")).isEqualTo("second");
    }

    @Test
    void the_schema_is_told_once() throws LDAPException {
        String schema = "CN=Schema,CN=Configuration," + BASE;
        SearchResult first = sync(admin, schema, 0, MUCH, null);

        assertThat(first.getEntryCount()).isGreaterThan(300);
        assertThat(sync(admin, schema, 0, MUCH, place(first)).getEntryCount()).isZero();
    }

    @Test
    void it_takes_the_flag_or_the_right() throws LDAPException {
        try (LDAPConnection reader = connection(READER);
                LDAPConnection replicator = connection(REPLICATOR)) {
            assertRefused(
                    refusal(() -> sync(reader, BASE, 0, MUCH, null)),
                    ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                    "00002098");
            assertThat(sync(reader, BASE, SECURED, MUCH, null).getEntryCount()).isPositive();
            assertThat(sync(replicator, BASE, 0, MUCH, null).getEntryCount()).isPositive();
        }
    }

    @Test
    void it_works_on_whole_naming_contexts() {
        String people = "OU=People," + BASE;

        assertRefused(
                refusal(() -> sync(admin, people, 0, MUCH, null)), ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "00002098");
        assertRefused(
                refusal(() -> sync(admin, people, SECURED, MUCH, null)), ResultCode.UNWILLING_TO_PERFORM, "00002035");
    }

    @Test
    void a_cookie_of_another_make_is_refused() {
        assertRefused(
                refusal(() -> sync(admin, BASE, 0, MUCH, new ASN1OctetString("nonsense"))),
                ResultCode.UNAVAILABLE_CRITICAL_EXTENSION,
                "0000202C");
    }

    private LDAPConnection connection(String account) throws LDAPException {
        return new LDAPConnection("127.0.0.1", directory.ldapPort(), account, PASSWORD);
    }

    private static SearchResult sync(
            LDAPConnection connection,
            String base,
            int flags,
            int most,
            @Nullable ASN1OctetString cookie,
            String... attributes)
            throws LDAPException {
        SearchRequest request =
                new SearchRequest(base, SearchScope.SUB, Filter.createPresenceFilter("objectClass"), attributes);
        request.addControl(new ActiveDirectoryDirSyncControl(true, flags, most, cookie));
        return connection.search(request);
    }

    private static SearchResultEntry only(SearchResult result) {
        assertThat(result.getSearchEntries()).hasSize(1);
        return result.getSearchEntries().get(0);
    }

    private static ASN1OctetString place(SearchResult result) throws LDAPException {
        return ActiveDirectoryDirSyncControl.get(result).getCookie();
    }

    private static int more(SearchResult result) throws LDAPException {
        return ActiveDirectoryDirSyncControl.get(result).getFlags();
    }
}
