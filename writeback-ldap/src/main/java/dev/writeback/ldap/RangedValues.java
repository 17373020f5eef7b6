package dev.writeback.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of an attribute, all of them: Active Directory gives 1,500 at a time, as {@code name;range=0-1499}, and the
 * last part as {@code name;range=1500-*} ([MS-ADTS] 3.1.1.3.1.3.3).
 */
final class RangedValues {

    /** Says that values are missing, on a connection that is as good as before. */
    static final ResultCode IN_PART = ResultCode.MORE_RESULTS_TO_RETURN;

    private static final Pattern RANGE = Pattern.compile("range=(\\d{1,9})-(\\d{1,9}|\\*)", Pattern.CASE_INSENSITIVE);

    /** What is added to the name of an attribute to ask for its first values, which some servers do not part by themselves. */
    static final String FROM_START = ";range=0-*";

    /** Moves with each change of the entry, that of a link included; a server without it cannot tell. */
    private static final String USN = "uSNChanged";

    private static final int MOST_ATTEMPTS = 5;

    /** More values than any recipient or group has; a server that never comes to an end must not fill the memory. */
    private static final int MOST = 1_000_000;

    private final Session session;
    private final List<Control> controls;

    RangedValues(Session session) {
        this(session, List.of());
    }

    /** With controls that the entry was read with too. */
    RangedValues(Session session, List<Control> controls) {
        this.session = session;
        this.controls = controls;
    }

    /**
     * The values that the entry has of the attribute; what is missing of them is read.
     *
     * @param target what a request names the entry by
     * @throws LDAPException if they cannot be read to the end; a part never passes for the whole
     */
    List<ASN1OctetString> of(SearchResultEntry entry, String target, String attribute) throws LDAPException {
        Optional<Part> first = part(entry, attribute);
        if (first.isEmpty()) {
            Attribute whole = entry.getAttribute(attribute);
            return whole == null ? List.of() : List.of(whole.getRawValues());
        }
        if (first.get().from == 0 && first.get().last) {
            return first.get().values;
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<List<ASN1OctetString>> values = unchanged(target, attribute);
            if (values.isPresent()) {
                return values.get();
            }
        }
        throw new LDAPException(
                IN_PART, "the entry was changed again and again while the values of %s were read".formatted(attribute));
    }

    /**
     * All values, part by part; nothing if the entry changed between two parts: a value that is taken out moves those
     * behind it, one of which is then in no part.
     */
    private Optional<List<ASN1OctetString>> unchanged(String target, String attribute) throws LDAPException {
        List<ASN1OctetString> values = new ArrayList<>();
        SearchResultEntry begun = next(target, attribute, 0);
        SearchResultEntry entry = begun;
        while (true) {
            Part part = part(entry, attribute).orElseThrow(() -> incomplete(attribute));
            if (part.from != values.size() || part.values.isEmpty() || values.size() + part.values.size() > MOST) {
                throw incomplete(attribute);
            }
            values.addAll(part.values);
            if (part.last) {
                return Optional.of(values);
            }
            entry = next(target, attribute, values.size());
            if (!Objects.equals(entry.getAttributeValue(USN), begun.getAttributeValue(USN))) {
                return Optional.empty();
            }
        }
    }

    private SearchResultEntry next(String target, String attribute, int from) throws LDAPException {
        List<SearchResultEntry> found = session.search(
                target,
                SearchScope.BASE,
                Filter.createPresenceFilter("objectClass"),
                controls,
                attribute + ";range=" + from + "-*",
                USN);
        if (found.isEmpty()) {
            throw incomplete(attribute);
        }
        return found.get(0);
    }

    private static Optional<Part> part(SearchResultEntry entry, String attribute) {
        for (Attribute candidate : entry.getAttributes()) {
            if (candidate.getBaseName().equalsIgnoreCase(attribute)) {
                for (String option : candidate.getOptions()) {
                    Matcher range = RANGE.matcher(option);
                    if (range.matches()) {
                        return Optional.of(new Part(
                                Integer.parseInt(range.group(1)),
                                range.group(2).equals("*"),
                                List.of(candidate.getRawValues())));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static LDAPException incomplete(String attribute) {
        return new LDAPException(IN_PART, "the values of %s could not be read to the end".formatted(attribute));
    }

    private record Part(int from, boolean last, List<ASN1OctetString> values) {}
}
