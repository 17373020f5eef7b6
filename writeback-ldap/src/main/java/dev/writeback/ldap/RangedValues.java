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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of an attribute, all of them: Active Directory gives 1,500 at a time, as {@code name;range=0-1499}, and the
 * last part as {@code name;range=1500-*} ([MS-ADTS] 3.1.1.3.1.3.3).
 */
final class RangedValues {

    private static final Pattern RANGE = Pattern.compile("range=(\\d{1,9})-(\\d{1,9}|\\*)", Pattern.CASE_INSENSITIVE);

    /** What is added to the name of an attribute to ask for its first values, which some servers do not part by themselves. */
    static final String FROM_START = ";range=0-*";

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
        List<ASN1OctetString> values = new ArrayList<>();
        Part part = first.get();
        while (true) {
            if (part.from != values.size() || part.values.isEmpty() || values.size() + part.values.size() > MOST) {
                throw incomplete(attribute);
            }
            values.addAll(part.values);
            if (part.last) {
                return values;
            }
            part = next(target, attribute, values.size());
        }
    }

    private Part next(String target, String attribute, int from) throws LDAPException {
        List<SearchResultEntry> found = session.search(
                target,
                SearchScope.BASE,
                Filter.createPresenceFilter("objectClass"),
                controls,
                attribute + ";range=" + from + "-*");
        if (found.isEmpty()) {
            throw incomplete(attribute);
        }
        return part(found.get(0), attribute).orElseThrow(() -> incomplete(attribute));
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
        return new LDAPException(
                ResultCode.OTHER, "the values of %s could not be read to the end".formatted(attribute));
    }

    private record Part(int from, boolean last, List<ASN1OctetString> values) {}
}
