package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import java.util.OptionalInt;

/**
 * What is known of one directory attribute.
 *
 * @param name its lDAPDisplayName
 * @param oid its attributeID
 * @param syntax how its values compare
 * @param arity how many values it may have
 * @param lower the least length or number ({@code rangeLower}); for text in UTF-16 units
 * @param upper the greatest length or number ({@code rangeUpper}); for text in UTF-16 units
 * @param linked whether it is a forward link, whose values do not count against an entry's limit
 * @param property the property of Exchange Online that states it; empty if none does
 * @param writer who writes it back today
 */
public record CatalogueEntry(
        AttributeName name,
        String oid,
        AttributeSyntax syntax,
        Arity arity,
        OptionalInt lower,
        OptionalInt upper,
        boolean linked,
        String property,
        Writer writer) {

    /** How many values an attribute may have. */
    public enum Arity {
        SINGLE,
        MULTI
    }

    /** Which of Microsoft's own jobs writes the attribute back. */
    public enum Writer {
        /** The writeback of cloud-managed mailboxes: the 24 attributes. */
        MAILBOX_WRITEBACK,
        /** The older Exchange hybrid writeback. */
        HYBRID_WRITEBACK,
        /** Neither. */
        NONE
    }

    static CatalogueEntry parse(String line) {
        String[] cells = line.split(",", -1);
        return new CatalogueEntry(
                AttributeName.of(cells[0]),
                cells[1],
                AttributeSyntax.valueOf(cells[2]),
                cells[3].equals("single") ? Arity.SINGLE : Arity.MULTI,
                number(cells[4]),
                number(cells[5]),
                cells[6].equals("yes"),
                cells[9],
                writer(cells[11]));
    }

    private static OptionalInt number(String cell) {
        return cell.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cell));
    }

    private static Writer writer(String cell) {
        return switch (cell) {
            case "yes" -> Writer.MAILBOX_WRITEBACK;
            case "hybrid" -> Writer.HYBRID_WRITEBACK;
            default -> Writer.NONE;
        };
    }
}
