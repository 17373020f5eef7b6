package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.protocol.SearchResultReferenceProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.experimental.ActiveDirectoryDirSyncControl;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One search request: the root DSE or entries, a page of them or as many as the limits allow. */
final class SearchWork {

    private final Directory directory;
    private final PagedSearches pages;
    private final @Nullable Account account;
    private final SearchRequestProtocolOp request;
    private final RequestControls controls;
    private final Delivery delivery;

    SearchWork(
            Directory directory,
            PagedSearches pages,
            @Nullable Account account,
            SearchRequestProtocolOp request,
            RequestControls controls,
            Delivery delivery) {
        this.directory = directory;
        this.pages = pages;
        this.account = account;
        this.request = request;
        this.controls = controls;
        this.delivery = delivery;
    }

    Answer run(int id, @Nullable LDAPListenerClientConnection connection, AtomicReference<@Nullable Control> nextPage)
            throws DirectoryRefusal {
        if (request.getBaseDN().isEmpty() && request.getScope().equals(SearchScope.BASE)) {
            send(id, connection, List.of(rootDse()));
            return Answer.SUCCESS;
        }
        if (account == null) {
            throw DirectoryRefusal.notSignedIn();
        }
        ActiveDirectoryDirSyncControl changes = controls.dirSync();
        if (changes != null) {
            DirSyncRequests.Changes found = directory.synchronizing().find(request, changes, account.rights());
            send(id, connection, found.entries());
            nextPage.set(found.next());
            return Answer.SUCCESS;
        }
        SimplePagedResultsControl paged = controls.paged();
        if (paged == null) {
            return unpaged(id, connection, account.rights());
        }
        Rights rights = account.rights();
        PagedSearches.Page page = pages.next(paged, () -> directory.searching().find(request, controls, rights));
        send(id, connection, show(page.entries(), rights));
        if (isFirst(paged)) {
            refer(id, connection);
        }
        nextPage.set(new SimplePagedResultsControl(0, page.cookie()));
        return Answer.SUCCESS;
    }

    private Answer unpaged(int id, @Nullable LDAPListenerClientConnection connection, Rights rights)
            throws DirectoryRefusal {
        List<StoredEntry> found = directory.searching().find(request, controls, rights);
        int asked = request.getSizeLimit() > 0 ? request.getSizeLimit() : PagedSearches.MAX_PAGE;
        int limit = Math.min(asked, PagedSearches.MAX_PAGE);
        List<StoredEntry> returned = found.size() > limit ? found.subList(0, limit) : found;
        send(id, connection, show(returned, rights));
        if (found.size() > limit) {
            return Answer.SIZE_LIMIT;
        }
        refer(id, connection);
        return Answer.SUCCESS;
    }

    private List<SearchResultEntryProtocolOp> show(List<StoredEntry> found, Rights rights) throws DirectoryRefusal {
        return directory.searching().show(request, delivery.states(directory.store(), found), rights, controls);
    }

    private static boolean isFirst(SimplePagedResultsControl paged) {
        ASN1OctetString cookie = paged.getCookie();
        return cookie == null || cookie.getValueLength() == 0;
    }

    private SearchResultEntryProtocolOp rootDse() {
        return new SearchResultEntryProtocolOp("", directory.rootDse().of(request.getAttributes()));
    }

    private void send(
            int id, @Nullable LDAPListenerClientConnection connection, List<SearchResultEntryProtocolOp> entries)
            throws DirectoryRefusal {
        directory.counter().returned(entries.size());
        try {
            for (SearchResultEntryProtocolOp entry : delivery.part(entries)) {
                if (connection != null) {
                    connection.sendSearchResultEntry(id, entry);
                }
            }
        } catch (LDAPException clientGone) {
            throw DirectoryRefusal.of(ResultCode.SERVER_DOWN, "");
        }
    }

    private void refer(int id, @Nullable LDAPListenerClientConnection connection) throws DirectoryRefusal {
        if (connection == null || controls.contains(RequestControls.DOMAIN_SCOPE)) {
            return;
        }
        try {
            for (String url : directory.searching().references(request)) {
                connection.sendSearchResultReference(id, new SearchResultReferenceProtocolOp(List.of(url)));
            }
        } catch (LDAPException clientGone) {
            throw DirectoryRefusal.of(ResultCode.SERVER_DOWN, "");
        }
    }
}
