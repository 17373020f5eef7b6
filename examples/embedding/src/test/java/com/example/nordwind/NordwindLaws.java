package com.example.nordwind;

import dev.writeback.engine.Writeback;
import dev.writeback.testkit.law.EngineLaws;
import dev.writeback.testkit.law.EngineUnderTest;
import dev.writeback.testkit.law.Surroundings;

class NordwindLaws extends EngineLaws {

    @Override
    protected EngineUnderTest engine(Surroundings around) {
        Writeback writeback = Nordwind.engine()
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
}
