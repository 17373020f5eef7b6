package dev.writeback.engine.law;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Modification;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** A directory as an engine with a flaw treats it. */
record WrongSink(
        DirectorySink real,
        BiFunction<DirectorySink, EntryWrite, WriteOutcome> writing,
        UnaryOperator<LookupOutcome> reading)
        implements DirectorySink {

    /** One that writes in another way. */
    static WrongSink writing(DirectorySink real, BiFunction<DirectorySink, EntryWrite, WriteOutcome> flaw) {
        return new WrongSink(real, flaw, outcome -> outcome);
    }

    /** Where somebody was there first, sets what the writer thinks there should be, whatever is there by now. */
    static WriteOutcome blindly(DirectorySink real, EntryWrite write) {
        WriteOutcome outcome = real.write(write);
        return outcome instanceof WriteOutcome.Stale ? only(real, write) : outcome;
    }

    /** Leaves nothing in an attribute but what is added to it. */
    static WriteOutcome only(DirectorySink real, EntryWrite write) {
        DirectoryEntry now = read(real, write);
        List<Modification> all = new ArrayList<>();
        for (Modification one : write.modifications()) {
            List<AttributeValue> there = now.values(one.attribute());
            if (!there.isEmpty() || !one.add().isEmpty()) {
                all.add(new Modification(one.attribute(), there, one.add()));
            }
        }
        return all.isEmpty()
                ? new WriteOutcome.Applied()
                : real.write(new EntryWrite(write.entry(), write.server(), all));
    }

    /** Leaves out what is added where something is already, and says that it is done. */
    static WriteOutcome firstOnly(DirectorySink real, EntryWrite write) {
        DirectoryEntry now = read(real, write);
        List<Modification> first = write.modifications().stream()
                .filter(one -> now.values(one.attribute()).isEmpty())
                .toList();
        return first.isEmpty()
                ? new WriteOutcome.Applied()
                : real.write(new EntryWrite(write.entry(), write.server(), first));
    }

    /** Sends every value of an attribute that changes, those too that are there already. */
    static WriteOutcome wholly(DirectorySink real, EntryWrite write) {
        DirectoryEntry now = read(real, write);
        List<Modification> all = new ArrayList<>();
        for (Modification one : write.modifications()) {
            List<AttributeValue> there = now.values(one.attribute());
            List<AttributeValue> wanted = new ArrayList<>(there);
            if (!wanted.containsAll(one.remove())) {
                return real.write(write);
            }
            wanted.removeAll(one.remove());
            wanted.addAll(one.add());
            all.add(new Modification(one.attribute(), there, wanted));
        }
        return real.write(new EntryWrite(write.entry(), write.server(), all));
    }

    private static DirectoryEntry read(DirectorySink real, EntryWrite write) {
        Map<AttributeName, AttributeSyntax> attributes = new LinkedHashMap<>();
        write.modifications().forEach(one -> attributes.put(one.attribute(), AttributeSyntax.CASE_IGNORE));
        LookupOutcome found = real.lookup(new LookupRequest(
                        List.of(List.of(new Anchor.ImmutableId(write.entry().guid()))), attributes))
                .get(0);
        return found instanceof LookupOutcome.Found it
                ? it.entry()
                : new DirectoryEntry(write.entry(), Map.of(), write.server());
    }

    @Override
    public List<LookupOutcome> lookup(LookupRequest request) {
        return real.lookup(request).stream().map(reading).toList();
    }

    @Override
    public WriteOutcome write(EntryWrite write) {
        return writing.apply(real, write);
    }

    @Override
    public List<Finding> check(CheckRequest request) {
        return real.check(request);
    }
}
