package dev.writeback.agent;

import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.JournalRecord.Change;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.spi.JournalLine;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * The journal as LDIF change records (RFC 2849): what was written, as it was sent, and what was there before as comments.
 * The way back is what {@code undo} makes of it.
 */
final class JournalLdif implements JournalView {

    private final Writer out;

    private JournalLdif(Writer out) {
        this.out = out;
    }

    /** Begins a file. */
    static JournalLdif to(Writer out) throws IOException {
        out.write("version: 1\n");
        return new JournalLdif(out);
    }

    @Override
    public void show(JournalLine line) throws IOException {
        out.write("\n");
        out.write(LdifLine.remark("line %d, run %s, %s, object %s"
                .formatted(
                        line.number(),
                        line.record().run(),
                        line.record().at(),
                        line.record().object().value())));
        if (line.record() instanceof Written written) {
            written(written);
        } else {
            out.write(LdifLine.remark("somebody decided a conflict; nothing was written by that"));
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void written(Written written) throws IOException {
        out.write(LdifLine.remark("objectGUID " + written.entry().guid()
                + written.undoes().map(run -> ", undoes run " + run).orElse("")));
        for (Change change : written.changes()) {
            before(change);
        }
        List<Change> importable = written.changes().stream()
                .filter(change -> change.disclosure() == Disclosure.OPEN)
                .toList();
        if (importable.isEmpty()) {
            return;
        }
        out.write(LdifLine.of("dn", AttributeValue.text(written.entry().dn().value())));
        out.write("changetype: modify\n");
        for (Change change : importable) {
            write("delete", change, without(change.before(), change.after()));
            write("add", change, without(change.after(), change.before()));
        }
    }

    private void before(Change change) throws IOException {
        if (change.disclosure() == Disclosure.REDACTED) {
            out.write(LdifLine.remark("%s was written: %s -> %s, for its values are not to be seen"
                    .formatted(change.attribute(), change.before(), change.after())));
            return;
        }
        if (change.before().isEmpty()) {
            out.write(LdifLine.remark("before: no " + change.attribute()));
        }
        for (AttributeValue value : change.before()) {
            out.write(LdifLine.remark("before: " + change.attribute() + ": " + value));
        }
    }

    private void write(String what, Change change, List<AttributeValue> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        out.write(what + ": " + change.attribute() + "\n");
        for (AttributeValue value : values) {
            out.write(LdifLine.of(change.attribute().value(), value));
        }
        out.write("-\n");
    }

    private static List<AttributeValue> without(List<AttributeValue> values, List<AttributeValue> others) {
        return values.stream().filter(value -> !others.contains(value)).toList();
    }
}
