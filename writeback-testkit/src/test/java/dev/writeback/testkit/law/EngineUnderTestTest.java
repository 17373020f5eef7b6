package dev.writeback.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineUnderTestTest {

    @Test
    void an_engine_that_cannot_reconcile_runs_and_what_is_not_given_is_not_tried() {
        List<String> done = new ArrayList<>();
        EngineUnderTest engine = EngineUnderTest.running(() -> done.add("run"));
        engine.reconcile();
        engine.plan(plan -> done.add("plan"));
        engine.undo("a run");
        engine.close();
        assertThat(done).containsExactly("run");
        assertThat(engine.undoes()).isFalse();
        assertThat(engine.missing())
                .extracting(sentence -> sentence.substring(0, sentence.indexOf(' ')))
                .containsExactly("undoing()", "planning()", "reconciling()");
    }

    @Test
    void what_is_given_is_called() {
        List<String> done = new ArrayList<>();
        EngineUnderTest engine = EngineUnderTest.running(() -> done.add("run"))
                .reconciling(() -> done.add("reconcile"))
                .planning(show -> done.add("plan"))
                .undoing(run -> done.add("undo " + run))
                .closing(() -> done.add("close"));
        engine.run();
        engine.reconcile();
        engine.plan(plan -> {});
        engine.undo("7");
        engine.close();
        assertThat(done).containsExactly("run", "reconcile", "plan", "undo 7", "close");
        assertThat(engine.undoes()).isTrue();
        assertThat(engine.missing()).isEmpty();
    }
}
