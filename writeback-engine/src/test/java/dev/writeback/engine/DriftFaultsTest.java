package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapWatch;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.testkit.fault.Call;
import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Faults;
import dev.writeback.testkit.fault.Injection;
import dev.writeback.testkit.fault.When;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of drift when the store fails while it is kept, and of the objects that drifted. */
class DriftFaultsTest {

    static List<When> settlements() {
        return List.of(When.nth(1), When.nth(2), When.always());
    }

    @ParameterizedTest
    @MethodSource("settlements")
    void drift_that_could_not_be_kept_is_told_by_the_next_run_and_its_object_goes_on(When failing) {
        try (Rig rig = new Rig(2, Mailboxes.changes(2, 1, "cloud"))) {
            MapWatch.of(rig.directory);
            rig.writeback.runOnce();
            rig.directory.set(1, "extensionAttribute1", "local");
            Injection faults =
                    Faults.none().on(Call.SETTLE, failing, Fault.unavailable()).begin();
            try (Writeback writeback =
                    rig.builder().store(faults.store(rig.store)).build()) {
                writeback.runOnce();
                writeback.runOnce();
                faults.end();
                writeback.runOnce();
                assertThat(rig.statuses.of(Mailboxes.id(1)))
                        .as("statuses, where settlements fail: %s", failing)
                        .extracting(Status::result)
                        .containsExactly(Step.Result.SUCCESS, Step.Result.WARNING);

                rig.source.page(List.of(Mailboxes.change(1, 2, "CustomAttribute1", "news")));
                writeback.runOnce();
                assertThat(rig.directory.text(1, "extensionAttribute1")).isEqualTo("news");
            }
            assertThat(faults.unmet()).isEmpty();
        }
    }
}
