package dev.writeback.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Extent;
import dev.writeback.testkit.time.Pause;
import dev.writeback.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
                .on(Call.WRITE, When.touching("mail"), Fault.unavailable())
                .on(Call.READ, When.nth(2), Fault.expired())
                .on(Call.WRITE, When.nth(9), Fault.throwingAfter(IllegalStateException::new))
                .on(Call.REPORT, When.always(), Fault.unavailable())
                .begin();
        assertThat(strikes(faults, MAIL)).isTrue();
        assertThat(faults.unmet())
                .containsExactly(
                        "READ, call 2: the place is no longer known",
                        "WRITE, call 9: it is done, and then it throws",
                        "REPORT, always: unavailable");
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

    @ParameterizedTest
    @MethodSource("readable")
    void a_fault_reads_like_a_sentence(Call call, Fault fault, String words) {
        assertThat(Faults.none().on(call, When.always(), fault)).hasToString(call + ", always: " + words);
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                arguments(Call.WRITE, Fault.unavailable(Extent.ENTRY), "unavailable (ENTRY)"),
                arguments(Call.WRITE, Fault.refused(ErrorCode.INVALID_VALUE), "refused as INVALID_VALUE"),
                arguments(Call.MODIFY, Fault.result(ResultCode.BUSY, "x"), "answered 51 (busy)"),
                arguments(Call.WRITE, Fault.throttled(Duration.ofSeconds(9)), "throttled for PT9S"),
                arguments(Call.WRITE, Fault.delay(Duration.ofSeconds(9)), "delayed by PT9S"),
                arguments(Call.WRITE, Fault.cutBefore(), "the connection is cut before it is done"),
                arguments(Call.WRITE, Fault.cutAfter(), "it is done, and then the connection is cut"),
                arguments(Call.LOOKUP, Fault.stale(), "stale"),
                arguments(Call.LOOKUP, Fault.halfDelivered(), "half delivered"),
                arguments(Call.WRITE, Fault.throwing(IllegalStateException::new), "it throws before it is done"));
    }

    @Test
    void no_time_is_less_than_nothing() {
        assertThatThrownBy(() -> Fault.delay(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a call cannot take PT-1S; say zero or more");
        assertThatThrownBy(() -> Fault.throttled(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nobody can wait for PT-1S; say zero or more");
    }

    @ParameterizedTest
    @MethodSource("neverHeld")
    void what_a_call_never_tells_is_no_condition(Call call, When when, String message) {
        assertThatThrownBy(() -> Faults.none().on(call, when, Fault.delay(Duration.ZERO)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> neverHeld() {
        When ada = When.of(CloudObjectId.of("ada"));
        return Stream.of(
                arguments(
                        Call.WRITE,
                        ada.and(When.nth(1)),
                        "a call WRITE does not tell which cloud object it is about; what it tells is [attribute, GUID, DN]"),
                arguments(
                        Call.HOLDERS,
                        When.touching("mail"),
                        "a call HOLDERS does not tell which attribute it is about; what it tells is []"),
                arguments(
                        Call.KNOWN,
                        When.of(Dn.of("CN=x,DC=x")),
                        "a call KNOWN does not tell which DN it is about; what it tells is [cloud object]"),
                arguments(
                        Call.CHECK,
                        When.nth(2).and(When.of(NotedDirectory.guid(1))),
                        "a call CHECK does not tell which GUID it is about; what it tells is [attribute]"));
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
