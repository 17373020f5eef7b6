package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The searches that one connection reads page by page; a cookie is of no use on another connection. */
final class PagedSearches {

    /** The entries of one page, and of one search without pages; MaxPageSize of Active Directory's LDAP policy. */
    static final int MAX_PAGE = 1_000;

    /**
     * A part of what a search found.
     *
     * @param entries the entries of the page
     * @param cookie what asks for the next page; empty after the last
     */
    record Page(List<StoredEntry> entries, ASN1OctetString cookie) {}

    @FunctionalInterface
    interface Search {
        List<StoredEntry> find() throws DirectoryRefusal;
    }

    private final Map<String, List<StoredEntry>> rest = new HashMap<>();
    private long nextCookie;

    Page next(SimplePagedResultsControl control, Search search) throws DirectoryRefusal {
        List<StoredEntry> left = left(control.getCookie(), search);
        if (control.getSize() <= 0) {
            // A size of zero ends the search early (RFC 2696).
            return new Page(List.of(), new ASN1OctetString());
        }
        int size = Math.min(Math.min(control.getSize(), MAX_PAGE), left.size());
        List<StoredEntry> entries = left.subList(0, size);
        if (size == left.size()) {
            return new Page(entries, new ASN1OctetString());
        }
        String cookie = Long.toString(++nextCookie);
        rest.put(cookie, left.subList(size, left.size()));
        return new Page(entries, new ASN1OctetString(cookie));
    }

    private List<StoredEntry> left(@Nullable ASN1OctetString cookie, Search search) throws DirectoryRefusal {
        if (cookie == null || cookie.getValueLength() == 0) {
            return search.find();
        }
        List<StoredEntry> left = rest.remove(cookie.stringValue());
        if (left == null) {
            throw DirectoryRefusal.unknownPage();
        }
        return left;
    }
}
