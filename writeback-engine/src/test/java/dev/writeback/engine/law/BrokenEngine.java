package dev.writeback.engine.law;

import dev.writeback.engine.Writeback;
import dev.writeback.testkit.law.EngineLaws;
import dev.writeback.testkit.law.EngineUnderTest;
import dev.writeback.testkit.law.Surroundings;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The laws, held against an engine with a flaw: in what it sees of the world, or in what it does of itself. */
final class BrokenEngine extends EngineLaws {

    private final UnaryOperator<Surroundings> seen;
    private final BiFunction<Writeback, Surroundings, EngineUnderTest> done;

    private BrokenEngine(UnaryOperator<Surroundings> seen, BiFunction<Writeback, Surroundings, EngineUnderTest> done) {
        this.seen = seen;
        this.done = done;
    }

    /** An engine that sees the world like this. */
    static BrokenEngine seeing(UnaryOperator<Surroundings> seen) {
        return new BrokenEngine(seen, (writeback, around) -> methods(writeback));
    }

    /** An engine that does this. */
    static BrokenEngine doing(BiFunction<Writeback, Surroundings, EngineUnderTest> done) {
        return new BrokenEngine(around -> around, done);
    }

    static EngineUnderTest methods(Writeback writeback) {
        return EngineUnderTest.running(writeback::runOnce)
                .reconciling(writeback::reconcile)
                .planning(writeback::plan)
                .undoing(writeback::undo)
                .closing(writeback::close);
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
