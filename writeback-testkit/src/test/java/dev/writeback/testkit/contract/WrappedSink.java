package dev.writeback.testkit.contract;

import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A sink with another way of doing one of its tasks. */
record WrappedSink(
        Function<LookupRequest, List<LookupOutcome>> lookups,
        Function<EntryWrite, WriteOutcome> writes,
        Function<List<EntryWrite>, List<WriteOutcome>> batches,
        Function<CheckRequest, List<Finding>> checks)
        implements DirectorySink {

    /** Something comes of a lookup that should not. */
    static UnaryOperator<DirectorySink> found(UnaryOperator<LookupOutcome> flaw) {
        return lookups(all -> all.stream().map(flaw).toList());
    }

    /** Something comes of lookups that should not. */
    static UnaryOperator<DirectorySink> lookups(UnaryOperator<List<LookupOutcome>> flaw) {
        return sink ->
                new WrappedSink(request -> flaw.apply(sink.lookup(request)), sink::write, sink::writeAll, sink::check);
    }

    /** Something else is looked up. */
    static UnaryOperator<DirectorySink> asked(UnaryOperator<LookupRequest> flaw) {
        return sink ->
                new WrappedSink(request -> sink.lookup(flaw.apply(request)), sink::write, sink::writeAll, sink::check);
    }

    /** A write is done in another way. */
    static UnaryOperator<DirectorySink> writes(Function<DirectorySink, Function<EntryWrite, WriteOutcome>> flaw) {
        return sink -> new WrappedSink(sink::lookup, flaw.apply(sink), sink::writeAll, sink::check);
    }

    /** Several writes at once are done in another way. */
    static UnaryOperator<DirectorySink> batches(
            Function<DirectorySink, Function<List<EntryWrite>, List<WriteOutcome>>> flaw) {
        return sink -> new WrappedSink(sink::lookup, sink::write, flaw.apply(sink), sink::check);
    }

    /** Other findings come of a check. */
    static UnaryOperator<DirectorySink> checks(UnaryOperator<List<Finding>> flaw) {
        return sink ->
                new WrappedSink(sink::lookup, sink::write, sink::writeAll, request -> flaw.apply(sink.check(request)));
    }

    @Override
    public List<LookupOutcome> lookup(LookupRequest request) {
        return lookups.apply(request);
    }

    @Override
    public WriteOutcome write(EntryWrite write) {
        return writes.apply(write);
    }

    @Override
    public List<WriteOutcome> writeAll(List<EntryWrite> writes) {
        return batches.apply(writes);
    }

    @Override
    public List<Finding> check(CheckRequest request) {
        return checks.apply(request);
    }
}
