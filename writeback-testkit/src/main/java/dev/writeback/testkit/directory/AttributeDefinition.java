package dev.writeback.testkit.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the schema says of one attribute; one instance per attribute, so identity is equality. */
final class AttributeDefinition {

    /** Who may write the attribute. */
    enum Access {
        CLIENTS,
        SYSTEM,
        OWNED,
        CONSTRUCTED,
        BACK_LINK
    }

    private static final String BACK = "back:";

    private final String name;
    private final String oid;
    private final AttributeSyntax syntax;
    private final boolean singleValued;
    private final ValueRange range;
    private final boolean linked;
    private final @Nullable String forward;
    private final Access access;
    private final List<String> published;

    private AttributeDefinition(String name, String oid, AttributeSyntax syntax, List<String> column) {
        this.name = name;
        this.oid = oid;
        this.syntax = syntax;
        this.singleValued = column.get(3).equals("single");
        this.range = ValueRange.of(column.get(4), column.get(5));
        String link = column.get(6);
        this.linked = !link.equals("-");
        this.forward = link.startsWith(BACK) ? link.substring(BACK.length()) : null;
        Access stated = column.get(7).equals("-")
                ? Access.CLIENTS
                : Access.valueOf(column.get(7).toUpperCase(Locale.ROOT));
        this.access = forward == null ? stated : Access.BACK_LINK;
        this.published = List.copyOf(column.subList(8, 13));
    }

    /** The attribute that a line of the table describes, split into its columns. */
    static AttributeDefinition of(String[] column) {
        return new AttributeDefinition(
                column[0],
                column[1],
                AttributeSyntax.valueOf(column[2].toUpperCase(Locale.ROOT)),
                Arrays.asList(column));
    }

    /** What the schema's own entry says beside all this: its cn, its form, linkID, searchFlags, global catalog. */
    List<String> published() {
        return published;
    }

    String name() {
        return name;
    }

    String oid() {
        return oid;
    }

    AttributeSyntax syntax() {
        return syntax;
    }

    boolean singleValued() {
        return singleValued;
    }

    ValueRange range() {
        return range;
    }

    /** Linked values do not count towards what an entry can hold, and go when their target goes. */
    boolean linked() {
        return linked;
    }

    /** For a back link the name of the attribute it mirrors, otherwise null. */
    @Nullable
    String forward() {
        return forward;
    }

    Access access() {
        return access;
    }

    /** Clients may write the attribute, given the rights. */
    boolean writable() {
        return access == Access.CLIENTS;
    }

    /** The number by which Active Directory's messages name the attribute: prefix and last arc of its OID. */
    String messageId() {
        int lastArc = oid.lastIndexOf('.');
        int prefix = switch (oid.substring(0, Math.max(lastArc, 0))) {
            case "2.5.4" -> 0;
            case "1.2.840.113556.1.2" -> 2;
            case "1.2.840.113556.1.4" -> 9;
            case "0.9.2342.19200300.100.1" -> 0x15;
            default -> 0x7d00;
        };
        return Integer.toHexString(prefix << 16 | Integer.parseInt(oid.substring(lastArc + 1)));
    }

    @Override
    public String toString() {
        return name;
    }
}
