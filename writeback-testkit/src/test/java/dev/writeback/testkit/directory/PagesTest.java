package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest extends DirectoryTest {

    private static final int USERS = 2_300;

    @Override
    InMemoryActiveDirectoryBuilder settings() {
        return super.settings().users(USERS);
    }

    @Override
    @BeforeAll
    void start() {
        super.start();
    }

    @Override
    @AfterAll
    void stop() {
        super.stop();
    }

    @Test
    void a_search_without_pages_returns_1000_entries_and_says_that_there_are_more() {
        LDAPSearchException refusal = catchThrowableOfType(LDAPSearchException.class, () -> admin.search(people()));

        assertThat(refusal.getResultCode()).isEqualTo(ResultCode.SIZE_LIMIT_EXCEEDED);
        assertThat(refusal.getSearchEntries()).hasSize(1_000);
    }

    @Test
    void pages_together_hold_every_entry_once() throws LDAPException {
        List<Integer> sizes = new ArrayList<>();
        Set<String> found = new HashSet<>();
        ASN1OctetString cookie = null;
        do {
            SearchResult page = page(admin, 700, cookie);
            page.getSearchEntries().stream().map(SearchResultEntry::getDN).forEach(found::add);
            sizes.add(page.getEntryCount());
            cookie = cookieOf(page);
        } while (cookie.getValueLength() > 0);

        assertThat(sizes).containsExactly(700, 700, 700, 200);
        assertThat(found).hasSize(USERS);
    }

    @Test
    void a_page_holds_no_more_than_1000_entries_whatever_was_asked_for() throws LDAPException {
        assertThat(page(admin, 5_000, null).getEntryCount()).isEqualTo(1_000);
    }

    @Test
    void a_cookie_is_of_no_use_on_another_connection() throws LDAPException {
        ASN1OctetString cookie = cookieOf(page(admin, 10, null));
        try (LDAPConnection other = directory.connect()) {
            assertRefused(refusal(() -> page(other, 10, cookie)), ResultCode.UNWILLING_TO_PERFORM, "00000057: ");
        }
    }

    @Test
    void a_page_size_of_zero_ends_the_search() throws LDAPException {
        ASN1OctetString cookie = cookieOf(page(admin, 10, null));

        SearchResult end = page(admin, 0, cookie);

        assertThat(end.getEntryCount()).isZero();
        assertThat(cookieOf(end).getValueLength()).isZero();
        assertRefused(refusal(() -> page(admin, 10, cookie)), ResultCode.UNWILLING_TO_PERFORM, "00000057: ");
    }

    @Test
    void a_size_limit_of_the_client_is_kept() throws LDAPException {
        SearchRequest request = people();
        request.setSizeLimit(7);

        LDAPSearchException refusal = catchThrowableOfType(LDAPSearchException.class, () -> admin.search(request));

        assertThat(refusal.getResultCode()).isEqualTo(ResultCode.SIZE_LIMIT_EXCEEDED);
        assertThat(refusal.getSearchEntries()).hasSize(7);
    }

    private static SearchRequest people() throws LDAPException {
        return new SearchRequest("OU=People,DC=corp,DC=example", SearchScope.SUB, "(objectClass=user)", "uSNChanged");
    }

    private static SearchResult page(LDAPConnection client, int size, ASN1OctetString cookie) throws LDAPException {
        SearchRequest request = people();
        request.addControl(new SimplePagedResultsControl(size, cookie, true));
        return client.search(request);
    }

    private static ASN1OctetString cookieOf(SearchResult page) throws LDAPException {
        return SimplePagedResultsControl.get(page).getCookie();
    }
}
