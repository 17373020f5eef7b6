package dev.writeback.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.ErrorCode;
import dev.writeback.testkit.time.Pause;
import dev.writeback.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final Touched MAIL = new Touched(Set.of(AttributeName.of("mail")), Set.of(CloudObjectId.of("ada")));
    private static final Touched OTHER = new Touched(Set.of(AttributeName.of("info")), Set.of());

    private static boolean strikes(Injection faults, Touched... parts) {
        return faults.strike(Call.WRITE, () -> List.of(parts)).isPresent();
    }

    @Test
    void only_calls_that_concern_a_line_count_for_it() {
        Injection faults = Faults.none()
                .on(Call.WRITE, When.nth(2).and(When.touching("MAIL")), Fault.unavailable())
                .begin();
        assertThat(strikes(faults, MAIL)).isFalse();
        assertThat(strikes(faults, OTHER)).isFalse();
        assertThat(strikes(faults, OTHER, MAIL)).isTrue();
        assertThat(strikes(faults, MAIL)).isFalse();
        assertThat(faults.calls(Call.WRITE)).isEqualTo(4);
        assertThat(faults.injected()).containsExactly(new Injected(Call.WRITE, 2, Fault.unavailable()));
        assertThat(faults.injected(Call.LOOKUP)).isEmpty();
    }

    @Test
    void the_first_line_wins_and_each_counts_for_itself() {
        Injection faults = Faults.none()
                .on(Call.WRITE, When.nth(1), Fault.cutBefore())
                .and(Faults.none().on(Call.WRITE, When.first(2), Fault.unavailable()))
                .begin();
        assertThat(faults.strike(Call.WRITE, List::of).orElseThrow().fault()).isEqualTo(Fault.cutBefore());
        assertThat(faults.strike(Call.WRITE, List::of).orElseThrow().fault()).isEqualTo(Fault.unavailable());
        assertThat(faults.strike(Call.WRITE, List::of)).isEmpty();
    }

    @Test
    void what_never_came_up_is_told() {
        Injection faults = Faults.none()
                .on(Call.WRITE, When.of(CloudObjectId.of("ada")), Fault.unavailable())
                .on(Call.REPORT, When.always(), Fault.unavailable())
                .begin();
        assertThat(strikes(faults, MAIL)).isTrue();
        assertThat(faults.unmet()).containsExactly("REPORT, always: Unavailable[extent=DIRECTORY]");
    }

    @Test
    void a_fault_that_is_taken_back_was_never_there() {
        Injection faults =
                Faults.none().on(Call.WRITE, When.always(), Fault.unavailable()).begin();
        faults.strike(Call.WRITE, List::of).orElseThrow().withdraw();
        assertThat(faults.injected()).isEmpty();
        assertThat(faults.unmet()).hasSize(1);
    }

    @Test
    void nothing_goes_wrong_once_it_has_ended() {
        Injection faults = Faults.none()
                .on(Call.of(Call.Port.STORE), When.always(), Fault.unavailable())
                .begin();
        assertThat(faults.strike(Call.SETTLE, List::of)).isPresent();
        faults.end();
        assertThat(faults.strike(Call.SETTLE, List::of)).isEmpty();
        assertThat(faults.calls(Call.SETTLE)).isEqualTo(2);
    }

    @Test
    void a_plan_begins_anew_each_time() {
        Faults plan = Faults.none().on(Call.WRITE, When.nth(1), Fault.unavailable());
        assertThat(strikes(plan.begin())).isTrue();
        assertThat(strikes(plan.begin())).isTrue();
    }

    @Test
    void a_delay_passes_by_the_pause_of_the_test_and_other_faults_come_all_the_same() {
        SettableClock clock = SettableClock.at(Instant.EPOCH);
        Faults plan = Faults.none()
                .on(Call.WRITE, When.always(), Fault.delay(Duration.ofSeconds(9)))
                .on(Call.WRITE, When.nth(2), Fault.unavailable());
        Injection faults = plan.begin(Pause.moving(clock));
        assertThat(strikes(faults)).isFalse();
        assertThat(strikes(faults)).isTrue();
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plusSeconds(18));
        assertThat(faults.injected()).hasSize(3);
        assertThatThrownBy(plan::begin)
                .hasMessage("the plan delays calls; begin it with a Pause, which says how time passes");
    }

    @Test
    void many_threads_count_together() {
        Injection faults = Faults.none()
                .on(Call.WRITE, When.every(10), Fault.unavailable())
                .begin();
        long struck = IntStream.range(0, 10_000)
                .parallel()
                .filter(i -> strikes(faults, MAIL))
                .count();
        assertThat(struck).isEqualTo(1_000);
        assertThat(faults.injected()).hasSize(1_000);
    }

    @Test
    void a_call_that_cannot_show_a_fault_is_refused_with_those_that_can() {
        assertThatThrownBy(() -> Faults.none().on(Call.WRITE, When.always(), Fault.stale()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a call WRITE cannot meet Stale; those that can are [LOOKUP, SEARCH]");
        assertThat(Fault.result(ResultCode.BUSY, "").canMeet(Call.WRITE)).isFalse();
        assertThat(Fault.refused(ErrorCode.REJECTED).canMeet(Call.MODIFY)).isFalse();
        assertThat(Fault.unavailable().canMeet(Call.RESOLVE)).isFalse();
        assertThat(Fault.throwing(IllegalStateException::new).canMeet(Call.MODIFY))
                .isFalse();
        assertThat(Fault.expired().canMeet(Call.LOOKUP)).isFalse();
        assertThat(Fault.halfDelivered().canMeet(Call.HOLDERS)).isFalse();
    }
}
