package dev.writeback.engine.law;

import dev.writeback.engine.Writeback;
import dev.writeback.model.EntryId;
import dev.writeback.testkit.law.EngineLaws;
import dev.writeback.testkit.law.EngineUnderTest;
import dev.writeback.testkit.law.Surroundings;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The laws, held against an engine with a flaw: in what it sees of the world, or in what it does of itself. */
final class BrokenEngine extends EngineLaws {

    private final UnaryOperator<Surroundings> seen;
    private final BiFunction<Writeback, Surroundings, EngineUnderTest> done;

    private final Predicate<EntryId> takesPart;

    private BrokenEngine(
            UnaryOperator<Surroundings> seen,
            BiFunction<Writeback, Surroundings, EngineUnderTest> done,
            Predicate<EntryId> takesPart) {
        this.seen = seen;
        this.done = done;
        this.takesPart = takesPart;
    }

    /** An engine that knows no scope, where this is the scope. */
    static BrokenEngine unscoped(Predicate<EntryId> takesPart) {
        return new BrokenEngine(around -> around, (writeback, around) -> methods(writeback), takesPart);
    }

    /** An engine that sees the world like this. */
    static BrokenEngine seeing(UnaryOperator<Surroundings> seen) {
        return new BrokenEngine(seen, (writeback, around) -> methods(writeback), entry -> true);
    }

    /** An engine that does this. */
    static BrokenEngine doing(BiFunction<Writeback, Surroundings, EngineUnderTest> done) {
        return new BrokenEngine(around -> around, done, entry -> true);
    }

    static EngineUnderTest methods(Writeback writeback) {
        return EngineUnderTest.running(writeback::runOnce)
                .reconciling(writeback::reconcile)
                .planning(writeback::plan)
                .undoing(writeback::undo)
                .closing(writeback::close);
    }

    @Override
    protected boolean takesPart(EntryId entry) {
        return takesPart.test(entry);
    }

    @Override
    protected EngineUnderTest engine(Surroundings around) {
        Surroundings world = seen.apply(around);
        Writeback writeback = Writeback.builder()
                .source(world.source())
                .directory(world.directory())
                .reporter(world.reporter())
                .time(world.clock())
                .build();
        return done.apply(writeback, around);
    }
}
