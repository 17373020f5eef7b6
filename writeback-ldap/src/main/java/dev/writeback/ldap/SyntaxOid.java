package dev.writeback.ldap;

import dev.writeback.model.AttributeSyntax;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What the syntax of an attribute type allows it to be taken for: RFC 4517, and Microsoft's own object identifiers as
 * Active Directory's subschema shows them ([MS-ADTS] 3.1.1.2.2.2).
 *
 * @param taken the syntaxes of ours that go with it
 */
record SyntaxOid(Set<AttributeSyntax> taken) {

    private static final SyntaxOid TEXT =
            new SyntaxOid(EnumSet.of(AttributeSyntax.CASE_IGNORE, AttributeSyntax.CASE_EXACT, AttributeSyntax.ADDRESS));
    private static final SyntaxOid NUMBER =
            new SyntaxOid(EnumSet.of(AttributeSyntax.INTEGER, AttributeSyntax.LARGE_INTEGER));
    private static final SyntaxOid LARGE_NUMBER = new SyntaxOid(EnumSet.of(AttributeSyntax.LARGE_INTEGER));
    private static final SyntaxOid TRUTH = new SyntaxOid(EnumSet.of(AttributeSyntax.BOOLEAN));
    private static final SyntaxOid NAME = new SyntaxOid(EnumSet.of(AttributeSyntax.DN));
    private static final SyntaxOid BYTES = new SyntaxOid(EnumSet.of(AttributeSyntax.OCTETS));
    private static final SyntaxOid TIME = new SyntaxOid(EnumSet.of(AttributeSyntax.TIME));

    /** A syntax that is not known here is no reason to complain. */
    private static final SyntaxOid ANY = new SyntaxOid(EnumSet.allOf(AttributeSyntax.class));

    private static final String RFC = "1.3.6.1.4.1.1466.115.121.1.";
    private static final String MICROSOFT = "1.2.840.113556.1.4.";

    private static final Map<String, SyntaxOid> KNOWN = Map.ofEntries(
            Map.entry(RFC + "15", TEXT), // directory string
            Map.entry(RFC + "26", TEXT), // IA5 string
            Map.entry(RFC + "36", TEXT), // numeric string
            Map.entry(RFC + "38", TEXT), // object identifier
            Map.entry(RFC + "44", TEXT), // printable string
            Map.entry(RFC + "50", TEXT), // telephone number
            Map.entry(MICROSOFT + "905", TEXT), // case-ignoring teletex string
            Map.entry(MICROSOFT + "1362", TEXT), // case-exact string
            Map.entry(RFC + "27", NUMBER),
            Map.entry(MICROSOFT + "906", LARGE_NUMBER),
            Map.entry(RFC + "7", TRUTH),
            Map.entry(RFC + "12", NAME),
            Map.entry(MICROSOFT + "1221", NAME), // OR-name
            Map.entry(MICROSOFT + "903", NAME), // DN with binary
            Map.entry(MICROSOFT + "904", NAME), // DN with string
            Map.entry(RFC + "5", BYTES),
            Map.entry(RFC + "40", BYTES),
            Map.entry(MICROSOFT + "907", BYTES), // security descriptor
            Map.entry(RFC + "24", TIME),
            Map.entry(RFC + "53", TIME));

    static SyntaxOid of(String oid) {
        return KNOWN.getOrDefault(oid.replace("'", ""), ANY);
    }

    boolean fits(AttributeSyntax syntax) {
        return taken.contains(syntax);
    }
}
