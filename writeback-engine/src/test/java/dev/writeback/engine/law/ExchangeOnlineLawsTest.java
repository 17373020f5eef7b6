package dev.writeback.engine.law;

import dev.writeback.engine.Writeback;
import dev.writeback.engine.WritebackBuilder;
import dev.writeback.testkit.law.EngineLaws;
import dev.writeback.testkit.law.EngineUnderTest;
import dev.writeback.testkit.law.Surroundings;

/** The laws, for the engine as it is by default; those that extend it change something. */
class ExchangeOnlineLawsTest extends EngineLaws {

    @Override
    protected EngineUnderTest engine(Surroundings around) {
        Writeback writeback = configured(Writeback.builder())
                .source(around.source())
                .directory(around.directory())
                .reporter(around.reporter())
                .time(around.clock())
                .build();
        return EngineUnderTest.running(writeback::runOnce)
                .reconciling(writeback::reconcile)
                .planning(writeback::plan)
                .undoing(writeback::undo)
                .closing(writeback::close);
    }

    WritebackBuilder configured(WritebackBuilder builder) {
        return builder;
    }
}
