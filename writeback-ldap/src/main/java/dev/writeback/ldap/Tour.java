package dev.writeback.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.model.Dn;
import java.util.List;
import java.util.function.Consumer;

/** Looks at the entries of several places in pages, and ends at a limit: no page is kept once it was looked at. */
final class Tour {

    private static final int PAGE = 1000;

    private final Session session;
    private final List<Dn> places;
    private final long most;
    private long seen;
    private boolean cut;

    /**
     * A tour that has not begun.
     *
     * @param most after how many entries to end
     */
    Tour(Session session, List<Dn> places, long most) {
        this.session = session;
        this.places = places;
        this.most = most;
    }

    /** Shows each entry to the visitor; a place that is not there has none. */
    void show(Filter filter, List<Control> controls, Consumer<SearchResultEntry> visitor, String... attributes)
            throws LDAPException {
        for (Dn place : places) {
            try {
                show(place, filter, controls, visitor, attributes);
            } catch (LDAPException failure) {
                if (!failure.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                    throw failure;
                }
            }
        }
    }

    private void show(
            Dn place, Filter filter, List<Control> controls, Consumer<SearchResultEntry> visitor, String... attributes)
            throws LDAPException {
        ASN1OctetString cookie = null;
        do {
            if (seen >= most) {
                cut = true;
                return;
            }
            int size = (int) Math.min(PAGE, most - seen);
            cookie = session.searchPage(
                    place.value(),
                    filter,
                    size,
                    cookie,
                    controls,
                    entry -> {
                        seen++;
                        visitor.accept(entry);
                    },
                    attributes);
        } while (cookie != null);
    }

    /** How many entries were looked at. */
    long seen() {
        return seen;
    }

    /** How many, where only some of all entries were to be met. */
    String atLeast() {
        return cut ? "%d entries or more".formatted(seen) : seen == 1 ? "1 entry" : "%d entries".formatted(seen);
    }

    /** How many, in words that say whether there are more. */
    String words(String kind) {
        return cut ? "the first %d %s".formatted(seen, kind) : "all %d %s".formatted(seen, kind);
    }

    /** That there is more to see, as the end of a sentence about what to do; empty if there is not. */
    String more() {
        return cut ? " Look at all with --thorough." : "";
    }
}
