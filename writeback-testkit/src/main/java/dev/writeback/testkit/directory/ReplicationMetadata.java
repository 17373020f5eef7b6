package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Active Directory tells of the changes of an entry: fragments of XML, each with a zero byte at its end
 * ([MS-ADTS] 3.1.1.4.5.14 and 3.1.1.4.5.15, [MS-DRSR] 4.1.13.1).
 */
final class ReplicationMetadata {

    private static final Instant NEVER = Instant.parse("1601-01-01T00:00:00Z");

    private ReplicationMetadata() {}

    /** The values of {@code msDS-ReplAttributeMetaData}: of attributes that are no links. */
    static @Nullable Attribute ofAttributes(AttributeDefinition shown, StoredEntry entry) {
        return values(
                shown,
                entry.changes().attributes().stream()
                        .filter(each -> each.writable() && !each.linked())
                        .sorted(Comparator.comparing(AttributeDefinition::name))
                        .map(each -> attribute(each, entry))
                        .toList());
    }

    /** The values of {@code msDS-ReplValueMetaData}: of links. */
    static @Nullable Attribute ofLinks(AttributeDefinition shown, StoredEntry entry) {
        return values(
                shown,
                entry.changes().attributes().stream()
                        .filter(each -> each.writable() && each.linked())
                        .sorted(Comparator.comparing(AttributeDefinition::name))
                        .flatMap(each -> entry.changes().links(each, entry.values(each)).stream()
                                .map(link -> link(each, link)))
                        .toList());
    }

    private static String attribute(AttributeDefinition attribute, StoredEntry entry) {
        ChangeMarks.Mark mark = entry.changes().of(attribute);
        return mark == null
                ? ""
                : "<DS_REPL_ATTR_META_DATA>\n" + element("pszAttributeName", attribute.name()) + change(mark)
                        + "</DS_REPL_ATTR_META_DATA>\n\0";
    }

    private static String link(AttributeDefinition attribute, ChangeMarks.Link link) {
        return "<DS_REPL_VALUE_META_DATA>\n"
                + element("pszAttributeName", attribute.name())
                + element("pszObjectDn", link.target())
                + element("cbData", "0")
                + element("pbData", "")
                + element("ftimeDeleted", (link.present() ? NEVER : time(link.last())).toString())
                + element("ftimeCreated", time(link.added()).toString())
                + change(link.last())
                + "</DS_REPL_VALUE_META_DATA>\n\0";
    }

    private static String change(ChangeMarks.Mark mark) {
        return element("dwVersion", Integer.toString(mark.version()))
                + element("ftimeLastOriginatingChange", time(mark).toString())
                + element("uuidLastOriginatingDsaInvocationID", "00000000-0000-0000-0000-000000000000")
                + element("usnOriginatingChange", Long.toString(mark.usn()))
                + element("usnLocalChange", Long.toString(mark.usn()))
                + element("pszLastOriginatingDsaDN", "");
    }

    private static Instant time(ChangeMarks.Mark mark) {
        return Instant.ofEpochSecond(mark.second());
    }

    private static String element(String name, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "\t<" + name + ">" + escaped + "</" + name + ">\n";
    }

    private static @Nullable Attribute values(AttributeDefinition shown, List<String> fragments) {
        return fragments.isEmpty()
                ? null
                : StoredEntry.attribute(
                        shown, fragments.stream().map(ASN1OctetString::new).toList());
    }
}
