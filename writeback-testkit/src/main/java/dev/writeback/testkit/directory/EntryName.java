package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A distinguished name as text in the spelling it is shown in, and as a key that is equal for all spellings.
 *
 * @param text the spelling
 * @param key the folded components, the entry's own first, joined so that the key of a superior is a suffix
 */
record EntryName(String text, String key) {

    private static final char COMPONENT = '\u0002';
    private static final char VALUE = '\u0001';

    /** The name in a text, or null if the text is not a distinguished name. */
    static @Nullable EntryName parse(String text) {
        try {
            return of(new DN(text));
        } catch (LDAPException malformed) {
            return null;
        }
    }

    /** The name of which the caller knows that it is one. */
    static EntryName require(String text) {
        EntryName name = parse(text);
        if (name == null) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a distinguished name; write it like DC=corp,DC=example");
        }
        return name;
    }

    static EntryName of(DN dn) {
        StringBuilder key = new StringBuilder();
        for (RDN rdn : dn.getRDNs()) {
            if (key.length() > 0) {
                key.append(COMPONENT);
            }
            appendKey(rdn, key);
        }
        return new EntryName(dn.toString(), key.toString());
    }

    private static void appendKey(RDN rdn, StringBuilder key) {
        String[] types = rdn.getAttributeNames();
        String[] values = rdn.getAttributeValues();
        for (int i = 0; i < types.length; i++) {
            key.append(types[i].toLowerCase(Locale.ROOT)).append(VALUE);
            key.append(values[i].toLowerCase(Locale.ROOT)).append(VALUE);
        }
    }

    boolean isRoot() {
        return key.isEmpty();
    }

    /** The name of the superior entry; the root for a name of one component. */
    EntryName parent() {
        int end = ownEnd();
        if (end >= 0) {
            return new EntryName(text.substring(end + 1).strip(), parentKey());
        }
        DN superior = dn().getParent();
        return superior == null ? new EntryName("", "") : of(superior);
    }

    /** Where the entry's own component ends, if that can be seen without taking the name apart; otherwise -1. */
    private int ownEnd() {
        int end = text.indexOf(',');
        boolean plain = end > 0 && text.lastIndexOf('\\', end) < 0 && text.lastIndexOf('"', end) < 0;
        return plain && text.lastIndexOf(';', end) < 0 ? end : -1;
    }

    /** The entry's own component. */
    RDN rdn() {
        int end = ownEnd();
        if (end >= 0) {
            try {
                return new RDN(text.substring(0, end));
            } catch (LDAPException impossible) {
                throw new IllegalStateException("A parsed name no longer parses", impossible);
            }
        }
        RDN rdn = dn().getRDN();
        if (rdn == null) {
            throw new IllegalStateException("The root has no component of its own");
        }
        return rdn;
    }

    /** Whether the entry's own component is of an attribute. */
    boolean isNamedBy(AttributeDefinition attribute) {
        String name = attribute.name();
        return key.length() > name.length()
                && key.charAt(name.length()) == VALUE
                && key.regionMatches(true, 0, name, 0, name.length());
    }

    /** The DNS name made of the DC components; empty if there are none. */
    String domain() {
        return Arrays.stream(dn().getRDNs())
                .filter(rdn -> rdn.hasAttribute("DC"))
                .map(rdn -> rdn.getAttributeValues()[0])
                .collect(Collectors.joining("."));
    }

    private DN dn() {
        try {
            return new DN(text);
        } catch (LDAPException impossible) {
            throw new IllegalStateException("A parsed name no longer parses", impossible);
        }
    }

    /** The key of the superior entry; empty for a name of one component. */
    String parentKey() {
        int end = key.indexOf(COMPONENT);
        return end < 0 ? "" : key.substring(end + 1);
    }

    boolean isUnderOrEqual(EntryName superior) {
        return superior.isRoot() || key.equals(superior.key) || key.endsWith(COMPONENT + superior.key);
    }

    /** This name seen from another place: what was below one superior is now below another. */
    EntryName moved(EntryName from, EntryName to) {
        String ownText = text.substring(0, text.length() - from.text.length());
        String ownKey = key.substring(0, key.length() - from.key.length());
        return new EntryName(ownText + to.text, ownKey + to.key);
    }

    /** The name of an entry directly below this one, in canonical spelling. */
    EntryName child(RDN rdn) {
        StringBuilder own = new StringBuilder();
        appendKey(rdn, own);
        String type = rdn.getAttributeNames()[0].toUpperCase(Locale.ROOT);
        String spelt = new RDN(type, rdn.getAttributeValues()[0]).toString();
        return isRoot()
                ? new EntryName(spelt, own.toString())
                : new EntryName(
                        spelt + "," + text, own.append(COMPONENT).append(key).toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
