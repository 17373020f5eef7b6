package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.schema.ObjectClassDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The entries of the schema context: what Active Directory says of each attribute and class ([MS-ADTS] 3.1.1.2). */
final class SchemaEntries {

    private static final int FORM = 1;
    private static final int LINK_ID = 2;
    private static final int FLAGS = 3;
    private static final int GLOBAL_CATALOG = 4;
    private static final String UNKNOWN = "-";

    private final EntryName context;

    SchemaEntries(EntryName context) {
        this.context = context;
    }

    Entry of(AttributeDefinition attribute) {
        List<String> published = attribute.published();
        String[] form = published.get(FORM).split("/", 2);
        List<Attribute> said = new ArrayList<>(List.of(
                new Attribute("objectClass", "attributeSchema"),
                new Attribute("lDAPDisplayName", attribute.name()),
                new Attribute("attributeID", attribute.oid()),
                new Attribute("attributeSyntax", form[0]),
                new Attribute("oMSyntax", form[1]),
                new Attribute(
                        "isSingleValued",
                        Boolean.toString(attribute.singleValued()).toUpperCase(Locale.ROOT))));
        if (attribute.range().hasLower()) {
            said.add(new Attribute("rangeLower", Long.toString(attribute.range().lower())));
        }
        if (attribute.range().hasUpper()) {
            said.add(new Attribute("rangeUpper", Long.toString(attribute.range().upper())));
        }
        addKnown(said, "linkID", published.get(LINK_ID));
        addKnown(said, "searchFlags", published.get(FLAGS));
        if (!published.get(GLOBAL_CATALOG).equals(UNKNOWN)) {
            said.add(new Attribute("isMemberOfPartialAttributeSet", "TRUE"));
        }
        return new Entry(context.child(new RDN("CN", published.get(0))).text(), said);
    }

    Entry of(ObjectClassDefinition type) {
        String name = type.getNameOrOID();
        String spelt = name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1).replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return new Entry(
                context.child(new RDN("CN", spelt)).text(),
                new Attribute("objectClass", "classSchema"),
                new Attribute("lDAPDisplayName", name),
                new Attribute("governsID", type.getOID()));
    }

    private static void addKnown(List<Attribute> said, String name, String value) {
        if (!value.equals(UNKNOWN)) {
            said.add(new Attribute(name, value));
        }
    }
}
