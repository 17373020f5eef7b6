package dev.writeback.testkit.contract;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.ChangedEntry;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.SourceRead.Rest;
import dev.writeback.spi.WatchRead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A plain directory that keeps a list of its changes, and a watch that reads it; what wraps the watch makes it flawed. */
final class PlainWatchedDirectory implements WatchedDirectory {

    private static final String PLACE = "plain ";
    private static final int PAGE = 4;

    private record Change(ObjectGuid entry, AttributeName attribute) {}

    private final PlainDirectory plain = new PlainDirectory(sink -> sink);
    private final List<Change> changes = new ArrayList<>();
    private final List<ObjectGuid> deleted = new ArrayList<>();
    private final UnaryOperator<DirectoryWatch> flaw;
    private @Nullable DirectoryWatch watch;

    PlainWatchedDirectory(UnaryOperator<DirectoryWatch> flaw) {
        this.flaw = flaw;
    }

    @Override
    public DirectorySink sink() {
        if (watch == null) {
            watch = flaw.apply(this::read);
        }
        return new WatchingSink(plain.sink(), watch);
    }

    @Override
    public DirectorySink unreachable() {
        DirectoryWatch blind = (after, attributes) ->
                new WatchRead.Unavailable(PlainDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE, "itself"));
        return new WatchingSink(plain.unreachable(), flaw.apply(blind));
    }

    @Override
    public ObjectGuid add(String name) {
        return plain.add(name);
    }

    @Override
    public synchronized void set(ObjectGuid entry, AttributeName attribute, List<AttributeValue> values) {
        plain.set(entry, attribute, values);
        changes.add(new Change(entry, attribute));
    }

    @Override
    public List<AttributeValue> values(ObjectGuid entry, AttributeName attribute) {
        return plain.values(entry, attribute);
    }

    @Override
    public synchronized void delete(ObjectGuid entry) {
        plain.delete(entry);
        deleted.add(entry);
    }

    @Override
    public List<Cursor> foreign(Cursor place) {
        return List.of(new Cursor(place.value().replace(PLACE, "other ")), new Cursor("nonsense"));
    }

    @Override
    public void close() {}

    private synchronized WatchRead read(@Nullable Cursor after, Map<AttributeName, AttributeSyntax> attributes) {
        if (after == null) {
            return new WatchRead.Page(List.of(), place(changes.size()), Rest.NO_MORE_NOW);
        }
        if (!after.value().startsWith(PLACE)) {
            return new WatchRead.Lost("Another directory gave the place.", place(changes.size()));
        }
        int from = Integer.parseInt(after.value().substring(PLACE.length()));
        int to = Math.min(from + PAGE, changes.size());
        List<ChangedEntry> told = new ArrayList<>();
        for (Change change : changes.subList(from, to)) {
            if (!deleted.contains(change.entry()) && attributes.containsKey(change.attribute())) {
                told.add(entry(change));
            }
        }
        return new WatchRead.Page(told, place(to), to < changes.size() ? Rest.MORE : Rest.NO_MORE_NOW);
    }

    private ChangedEntry entry(Change change) {
        Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>();
        values.put(change.attribute(), plain.values(change.entry(), change.attribute()));
        return new ChangedEntry(
                new EntryId(change.entry(), Dn.of("CN=" + change.entry() + ",DC=corp,DC=example")), values);
    }

    private static Cursor place(int number) {
        return new Cursor(PLACE + number);
    }

    /** A sink with a watch. */
    record WatchingSink(DirectorySink sink, DirectoryWatch eye) implements DirectorySink {

        @Override
        public List<LookupOutcome> lookup(LookupRequest request) {
            return sink.lookup(request);
        }

        @Override
        public WriteOutcome write(EntryWrite write) {
            return sink.write(write);
        }

        @Override
        public List<Finding> check(CheckRequest request) {
            return sink.check(request);
        }

        @Override
        public Optional<DirectoryWatch> watch() {
            return Optional.of(eye);
        }
    }
}
