package dev.writeback.engine.exchange;

import dev.writeback.engine.exchange.CatalogueEntry.Arity;
import dev.writeback.engine.exchange.CatalogueEntry.Authority;
import dev.writeback.engine.exchange.CatalogueEntry.BuiltIn;
import dev.writeback.engine.exchange.CatalogueEntry.GlobalCatalog;
import dev.writeback.engine.exchange.CatalogueEntry.Writer;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a line of the table {@code attributes.csv}, whose cells hold neither commas nor quotes. */
final class CatalogueLine {

    private static final int CELLS = 18;

    private final String[] cells;
    private int next;

    private CatalogueLine(String line) {
        this.cells = line.split(",", -1);
        if (cells.length != CELLS) {
            throw new IllegalStateException("the line of attributes.csv that begins with %s has %d cells, not %d"
                    .formatted(cells[0], cells.length, CELLS));
        }
    }

    static CatalogueEntry parse(String line) {
        CatalogueLine cells = new CatalogueLine(line);
        return new CatalogueEntry(
                AttributeName.of(cells.text()),
                cells.text(),
                AttributeSyntax.valueOf(cells.text()),
                Arity.valueOf(constant(cells.text())),
                cells.number(),
                cells.number(),
                cells.number(),
                cells.text().equals("yes"),
                cells.number(),
                cells.globalCatalog(),
                cells.text(),
                cells.list(),
                cells.list(),
                Authority.valueOf(constant(cells.text())),
                Writer.valueOf(constant(cells.text())),
                Translation.valueOf(constant(cells.text())),
                cells.profile(),
                Set.copyOf(cells.list()));
    }

    private String text() {
        return cells[next++];
    }

    private OptionalInt number() {
        String cell = text();
        return cell.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cell));
    }

    private List<String> list() {
        String cell = text();
        return cell.isEmpty() ? List.of() : List.of(cell.split(";", -1));
    }

    private GlobalCatalog globalCatalog() {
        String cell = text();
        return cell.isEmpty() ? GlobalCatalog.UNKNOWN : GlobalCatalog.valueOf(constant(cell));
    }

    private Optional<BuiltIn> profile() {
        String cell = text();
        if (cell.equals("none")) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(BuiltIn.values())
                .filter(builtIn -> builtIn.profileName().equals(cell))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("attributes.csv names a profile that is none: " + cell)));
    }

    /** {@code mailboxWriteback} as the constant {@code MAILBOX_WRITEBACK}. */
    private static String constant(String cell) {
        return cell.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
