package dev.writeback.engine.law;

import dev.writeback.engine.Writeback;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Modification;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.testkit.arbitrary.NumberedMailbox;
import dev.writeback.testkit.law.EngineUnderTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An undo that puts back what was there before the last run, whatever somebody did since. */
final class WrongUndo {

    private final DirectorySink directory;
    private final Map<AttributeName, AttributeSyntax> attributes;
    private List<DirectoryEntry> before = List.of();

    private WrongUndo(DirectorySink directory, Map<AttributeName, AttributeSyntax> attributes) {
        this.directory = directory;
        this.attributes = attributes;
    }

    /** An engine that does so with these attributes, after it undid as it should. */
    static EngineUnderTest of(Writeback writeback, DirectorySink directory, String name, int last) {
        Map<AttributeName, AttributeSyntax> attributes = new LinkedHashMap<>();
        IntStream.rangeClosed(1, last)
                .forEach(number -> attributes.put(AttributeName.of(name + number), AttributeSyntax.CASE_IGNORE));
        WrongUndo wrong = new WrongUndo(directory, attributes);
        return EngineUnderTest.running(() -> {
                    wrong.before = wrong.read();
                    writeback.runOnce();
                })
                .undoing(run -> {
                    writeback.undo(run);
                    wrong.restore();
                })
                .closing(writeback::close);
    }

    private List<DirectoryEntry> read() {
        List<List<Anchor>> mailboxes = Stream.of(0, 1, 2)
                .<List<Anchor>>map(number -> List.of(new Anchor.ImmutableId(new NumberedMailbox(number).guid())))
                .toList();
        return directory.lookup(new LookupRequest(mailboxes, attributes)).stream()
                .map(found -> ((LookupOutcome.Found) found).entry())
                .toList();
    }

    private void restore() {
        List<DirectoryEntry> now = read();
        for (int i = 0; i < before.size(); i++) {
            DirectoryEntry was = before.get(i);
            DirectoryEntry is = now.get(i);
            attributes.keySet().forEach(name -> restore(is, name, was.values(name)));
        }
    }

    private void restore(DirectoryEntry entry, AttributeName name, List<AttributeValue> was) {
        List<AttributeValue> is = entry.values(name);
        if (!is.equals(was)) {
            directory.write(new EntryWrite(entry.id(), "", List.of(new Modification(name, is, was))));
        }
    }
}
