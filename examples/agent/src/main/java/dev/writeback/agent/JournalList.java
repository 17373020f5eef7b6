package dev.writeback.agent;

import dev.writeback.model.AttributeValue;
import dev.writeback.plan.JournalRecord.Change;
import dev.writeback.plan.JournalRecord.Decided;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.plan.Printable;
import dev.writeback.spi.JournalLine;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The journal for people: a line for each record, and one for each attribute below it. */
final class JournalList implements JournalView {

    private final Output output;

    JournalList(Output output) {
        this.output = output;
    }

    @Override
    public void show(JournalLine line) throws IOException {
        if (line.record() instanceof Written written) {
            String undoes =
                    written.undoes().map(run -> ", undoes " + Printable.of(run)).orElse("");
            output.result("%s  run %s%s  %s"
                    .formatted(
                            written.at(),
                            Printable.of(written.run()),
                            undoes,
                            Printable.of(written.entry().dn().value())));
            for (Change change : written.changes()) {
                output.result("  %s: %s -> %s"
                        .formatted(change.attribute(), values(change.before()), values(change.after())));
            }
        } else {
            Decided decided = (Decided) line.record();
            output.result("%s  run %s  object %s"
                    .formatted(
                            decided.at(),
                            Printable.of(decided.run()),
                            Printable.of(decided.object().value())));
            output.result("  %s: decided for the %s, cloud %s, directory %s"
                    .formatted(
                            decided.attribute(),
                            decided.choice().name().toLowerCase(Locale.ROOT),
                            values(decided.cloud()),
                            values(decided.directory())));
        }
    }

    private static String values(List<AttributeValue> values) {
        return values.isEmpty()
                ? "(nothing)"
                : values.stream().map(value -> Printable.of(value.toString())).collect(Collectors.joining(", "));
    }
}
