package dev.writeback.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection while one thread uses it. When it is closed the connection goes back, or is thrown away if it is not
 * certain that the next answer on it belongs to the next question.
 */
final class Session implements AutoCloseable {

    private static final String DOMAIN_SCOPE = "1.2.840.113556.1.4.1339";
    private static final Control[] NO_CONTROLS = {};

    private final Server server;
    private final LDAPConnection connection;
    private boolean sound = true;

    Session(Server server, LDAPConnection connection) {
        this.server = server;
        this.connection = connection;
    }

    Server server() {
        return server;
    }

    /** What the server said about itself when it was first asked. */
    RootDse rootDse() throws LDAPException {
        return server.rootDse(this);
    }

    /** What kind of directory the server holds. */
    DirectoryKind kind() throws LDAPException {
        return server.kind(this);
    }

    /** What is found, all of it: an answer that was broken off is an exception. */
    List<SearchResultEntry> search(String base, SearchScope scope, Filter filter, String... attributes)
            throws LDAPException {
        return entries(search(base, scope, filter, List.of(), attributes));
    }

    /** What is found, in pages of 1,000, which is the most that Active Directory gives at once. */
    void searchPaged(String base, Filter filter, Consumer<SearchResultEntry> taker, String... attributes)
            throws LDAPException {
        ASN1OctetString cookie = null;
        do {
            cookie = searchPage(base, filter, 1000, cookie, taker, attributes);
        } while (cookie != null);
    }

    /** The next page; the cookie of the one after it, null if it was the last. */
    @Nullable
    ASN1OctetString searchPage(
            String base,
            Filter filter,
            int size,
            @Nullable ASN1OctetString cookie,
            Consumer<SearchResultEntry> taker,
            String... attributes)
            throws LDAPException {
        return searchPage(base, filter, size, cookie, List.of(), taker, attributes);
    }

    /** The same with further controls. */
    @Nullable
    ASN1OctetString searchPage(
            String base,
            Filter filter,
            int size,
            @Nullable ASN1OctetString cookie,
            List<Control> controls,
            Consumer<SearchResultEntry> taker,
            String... attributes)
            throws LDAPException {
        List<Control> all = new ArrayList<>(controls);
        all.add(new SimplePagedResultsControl(size, cookie, true));
        SearchResult result = search(base, SearchScope.SUB, filter, all, attributes);
        entries(result).forEach(taker);
        SimplePagedResultsControl next = SimplePagedResultsControl.get(result);
        return next != null && next.moreResultsToReturn() ? next.getCookie() : null;
    }

    /** What is found in a whole tree with a control, and the answer's own controls. */
    SearchResult search(String base, Filter filter, Control control, String... attributes) throws LDAPException {
        SearchRequest request =
                new SearchRequest(base, SearchScope.SUB, DereferencePolicy.NEVER, 0, 0, false, filter, attributes);
        request.addControl(control);
        return guarded(() -> connection.search(request));
    }

    /** Whether there is an entry of that name that the account may see. */
    boolean isThere(String target) throws LDAPException {
        try {
            return !search(target, SearchScope.BASE, Filter.createPresenceFilter("objectClass"), "1.1")
                    .isEmpty();
        } catch (LDAPException failure) {
            if (failure.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)
                    || failure.getResultCode().equals(ResultCode.REFERRAL)) {
                return false;
            }
            throw failure;
        }
    }

    /**
     * Modifies, several at once.
     *
     * @return the answers to the first of them, one at least; the rest was not sent, and this connection is done with
     */
    List<LDAPResult> modifyAll(List<ModifyRequest> requests) {
        if (requests.size() == 1) {
            return List.of(modify(requests.get(0)));
        }
        sound = false;
        Pipeline pipeline = new Pipeline(connection, requests);
        List<LDAPResult> answers = pipeline.run();
        sound = pipeline.isSound();
        return answers;
    }

    private LDAPResult modify(ModifyRequest request) {
        try {
            return guarded(() -> connection.modify(request));
        } catch (LDAPException failure) {
            // A server that takes its leave (RFC 4511, 4.4.1) gives a reason, which is no answer to what it was asked.
            return connection.isConnected()
                    ? failure.toLDAPResult()
                    : new LDAPException(ResultCode.SERVER_DOWN, failure.getExceptionMessage(), failure).toLDAPResult();
        }
    }

    /** What is found with controls, all of it. */
    List<SearchResultEntry> search(
            String base, SearchScope scope, Filter filter, List<Control> controls, String attribute)
            throws LDAPException {
        return entries(search(base, scope, filter, controls, new String[] {attribute}));
    }

    private SearchResult search(
            String base, SearchScope scope, Filter filter, List<Control> controls, String[] attributes)
            throws LDAPException {
        List<Control> all = new ArrayList<>(controls);
        if (!scope.equals(SearchScope.BASE) && rootDse().supportsControl(DOMAIN_SCOPE)) {
            all.add(new Control(DOMAIN_SCOPE));
        }
        SearchRequest request =
                new SearchRequest(base, scope, DereferencePolicy.NEVER, 0, 0, false, filter, attributes);
        request.setControls(all.toArray(NO_CONTROLS));
        return guarded(() -> connection.search(request));
    }

    /** What an answer holds. */
    static List<SearchResultEntry> entries(SearchResult result) {
        List<SearchResultEntry> entries = result.getSearchEntries();
        return entries == null ? List.of() : entries;
    }

    private <R> R guarded(Request<R> request) throws LDAPException {
        sound = false;
        try {
            R answer = request.send();
            sound = true;
            return answer;
        } catch (LDAPException failure) {
            sound = failure.getResultCode().isConnectionUsable();
            throw failure;
        } catch (RuntimeException unreadable) {
            // The SDK casts what a server answers to what it should have answered.
            throw new LDAPException(
                    ResultCode.DECODING_ERROR, "the answer was not of the kind that was asked for", unreadable);
        }
    }

    @Override
    public void close() {
        server.takeBack(connection, sound);
    }

    private interface Request<R> {
        R send() throws LDAPException;
    }
}
