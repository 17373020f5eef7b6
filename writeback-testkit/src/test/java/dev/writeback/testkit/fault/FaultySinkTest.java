package dev.writeback.testkit.fault;

import static dev.writeback.testkit.fault.NotedDirectory.guid;
import static dev.writeback.testkit.fault.NotedDirectory.request;
import static dev.writeback.testkit.fault.NotedDirectory.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Extent;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.Finding;
import dev.writeback.spi.HolderOutcome;
import dev.writeback.spi.HolderRequest;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultySinkTest {

    private final NotedDirectory real = new NotedDirectory();

    private static String text(LookupOutcome outcome) {
        return ((LookupOutcome.Found) outcome)
                .entry()
                .values(NotedDirectory.INFO)
                .get(0)
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "ENTRY_CONFLICT,Stale",
        "ENTRY_NOT_FOUND,Missing",
        "INSUFFICIENT_RIGHTS,NotPermitted",
        "OUTCOME_UNKNOWN,Unknown",
        "DIRECTORY_BUSY,Unavailable",
        "REPLICA_BEHIND,Unavailable",
        "INVALID_VALUE,Rejected"
    })
    void a_write_is_refused_as_its_code_says_and_nothing_is_done(ErrorCode code, String outcome) {
        DirectorySink sink = Faults.none()
                .on(Call.WRITE, When.always(), Fault.refused(code))
                .begin()
                .directory(real);
        WriteOutcome refused = sink.write(write(1, "x"));
        assertThat(refused.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(refused.obstacle().orElseThrow().code()).isEqualTo(code);
        assertThat(real.asked).isEmpty();
    }

    @Test
    void a_cut_connection_leaves_a_write_done_or_undone_and_its_outcome_unknown() {
        DirectorySink sink = Faults.none()
                .on(Call.WRITE, When.nth(1), Fault.cutBefore())
                .on(Call.WRITE, When.nth(2), Fault.cutAfter())
                .begin()
                .directory(real);
        assertThat(sink.write(write(1, "x"))).isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(real.texts).isEmpty();
        assertThat(sink.write(write(1, "x"))).isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(real.texts).containsEntry(guid(1), "x");
        assertThat(sink.write(write(1, "y"))).isEqualTo(new WriteOutcome.Applied());
    }

    @Test
    void writes_that_are_given_together_go_wrong_each_for_itself() {
        Injection faults = Faults.none()
                .on(Call.WRITE, When.of(guid(2)), Fault.unavailable(Extent.ENTRY))
                .on(Call.WRITE, When.of(NotedDirectory.dn(4)), Fault.cutAfter())
                .begin();
        DirectorySink sink = faults.directory(real);

        List<WriteOutcome> outcomes =
                sink.writeAll(List.of(write(1, "x"), write(2, "x"), write(3, "x"), write(4, "x"), write(5, "x")));

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Applied", "Unavailable", "Applied", "Unknown", "Applied");
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        WriteOutcome.Unavailable.class,
                        it -> assertThat(it.extent()).isEqualTo(Extent.ENTRY));
        assertThat(real.texts).containsOnlyKeys(guid(1), guid(3), guid(4), guid(5));
        assertThat(real.asked).startsWith("writeAll 3");
        sink.writeAll(List.of(write(6, "x"), write(7, "x")));
        assertThat(real.asked).contains("writeAll 2");
        assertThat(faults.unmet()).isEmpty();
    }

    @Test
    void a_sink_breaks_its_contract_before_or_after_the_write() {
        DirectorySink sink = Faults.none()
                .on(Call.WRITE, When.nth(1), Fault.throwing(() -> new IllegalStateException("before")))
                .on(Call.WRITE, When.nth(2), Fault.throwingAfter(() -> new IllegalStateException("after")))
                .begin()
                .directory(real);
        assertThatThrownBy(() -> sink.write(write(1, "x"))).hasMessage("before");
        assertThat(real.texts).isEmpty();
        assertThatThrownBy(() -> sink.write(write(1, "x"))).hasMessage("after");
        assertThat(real.texts).hasSize(1);
    }

    @Test
    void a_lookup_fails_as_a_whole_or_for_the_entries_that_are_meant() {
        DirectorySink sink = Faults.none()
                .on(Call.LOOKUP, When.nth(1), Fault.throttled(Duration.ofSeconds(3)))
                .on(Call.LOOKUP, When.of(guid(2)), Fault.refused(ErrorCode.ENTRY_NOT_FOUND))
                .on(Call.LOOKUP, When.of(guid(3)), Fault.refused(ErrorCode.AMBIGUOUS_MATCH))
                .begin()
                .directory(real);
        assertThat(sink.lookup(request(1, 2)))
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                LookupOutcome.Unavailable.class,
                                it -> assertThat(it.problem().code()).isEqualTo(ErrorCode.DIRECTORY_BUSY)));
        assertThat(real.asked).isEmpty();
        assertThat(sink.lookup(request(1, 2)))
                .hasExactlyElementsOfTypes(LookupOutcome.Found.class, LookupOutcome.NotFound.class);
        assertThat(sink.lookup(request(3, 1)))
                .hasExactlyElementsOfTypes(LookupOutcome.Ambiguous.class, LookupOutcome.Found.class);
    }

    @Test
    void half_of_a_lookup_is_answered() {
        DirectorySink sink = Faults.none()
                .on(Call.LOOKUP, When.always(), Fault.halfDelivered())
                .begin()
                .directory(real);
        assertThat(sink.lookup(request(1, 2, 3)))
                .hasExactlyElementsOfTypes(
                        LookupOutcome.Found.class, LookupOutcome.Unavailable.class, LookupOutcome.Unavailable.class);
    }

    @Test
    void a_stale_lookup_tells_what_was_seen_before_and_counts_only_if_that_was_something_else() {
        Injection faults =
                Faults.none().on(Call.LOOKUP, When.after(1), Fault.stale()).begin();
        DirectorySink sink = faults.directory(real);
        assertThat(text(sink.lookup(request(1)).get(0))).isEqualTo("none");
        assertThat(text(sink.lookup(request(1)).get(0))).isEqualTo("none");
        assertThat(faults.injected()).isEmpty();

        sink.write(write(1, "new"));

        assertThat(text(sink.lookup(request(1)).get(0))).isEqualTo("none");
        assertThat(text(sink.lookup(request(2, 1)).get(1))).isEqualTo("none");
        assertThat(faults.injected()).hasSize(2);
        faults.end();
        assertThat(text(sink.lookup(request(1)).get(0))).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"always", "every", "first"})
    void a_lookup_that_is_always_stale_tells_what_it_told_first(String which) {
        When when = Map.of("always", When.always(), "every", When.every(1), "first", When.first(9))
                .get(which);
        Injection faults = Faults.none().on(Call.LOOKUP, when, Fault.stale()).begin();
        DirectorySink sink = faults.directory(real);
        assertThat(text(sink.lookup(request(1)).get(0))).isEqualTo("none");
        sink.write(write(1, "new"));
        assertThat(text(sink.lookup(request(1)).get(0))).isEqualTo("none");
        assertThat(text(sink.lookup(request(1)).get(0))).isEqualTo("none");
        assertThat(faults.injected()).extracting(Injected::number).containsExactly(2L, 3L);
    }

    @Test
    void a_look_at_less_does_not_make_what_was_seen_before_forgotten() {
        Injection faults =
                Faults.none().on(Call.LOOKUP, When.after(2), Fault.stale()).begin();
        DirectorySink sink = faults.directory(real);
        LookupRequest less = new LookupRequest(request(1).anchors(), Map.of());
        sink.lookup(request(1));
        sink.write(write(1, "new"));
        sink.lookup(less);
        assertThat(text(sink.lookup(request(1)).get(0))).isEqualTo("none");
        assertThat(faults.injected()).hasSize(1);
        sink.lookup(less);
        assertThat(faults.injected()).as("nothing of what was asked for is old").hasSize(1);
    }

    @Test
    void what_is_not_stale_meets_the_next_line_of_the_plan() {
        Injection faults = Faults.none()
                .on(Call.LOOKUP, When.always(), Fault.stale())
                .on(Call.LOOKUP, When.nth(1), Fault.unavailable())
                .begin();
        assertThat(faults.directory(real).lookup(request(1)))
                .hasExactlyElementsOfTypes(LookupOutcome.Unavailable.class);
        assertThat(faults.injected()).containsExactly(new Injected(Call.LOOKUP, 1, Fault.unavailable()));
    }

    @Test
    void no_write_behind_one_that_throws_counts() {
        Injection faults = Faults.none()
                .on(Call.WRITE, When.nth(2), Fault.throwing(() -> new IllegalStateException("planned")))
                .on(Call.WRITE, When.nth(3), Fault.unavailable())
                .begin();
        DirectorySink sink = faults.directory(real);
        assertThatThrownBy(() -> sink.writeAll(List.of(write(1, "x"), write(2, "x"), write(3, "x"))))
                .hasMessage("planned");
        assertThat(real.texts).containsOnlyKeys(guid(1));
        assertThat(faults.calls(Call.WRITE)).isEqualTo(2);
        assertThat(faults.injected()).extracting(Injected::number).containsExactly(2L);
        assertThat(sink.write(write(3, "x"))).isInstanceOf(WriteOutcome.Unavailable.class);
    }

    @Test
    void other_questions_go_unanswered() {
        Injection faults = Faults.none()
                .on(List.of(Call.CHECK, Call.HOLDERS, Call.SCOPE), When.first(1), Fault.unavailable())
                .begin();
        DirectorySink sink = faults.directory(real);
        CheckRequest check = new CheckRequest(Map.of(), List.of(), Instant.EPOCH);
        HolderRequest addresses = new HolderRequest(Set.of("smtp:a@x.example"));
        assertThat(sink.check(check)).extracting(Finding::level).containsExactly(Finding.Level.UNREACHABLE);
        assertThat(sink.holders(addresses)).isInstanceOf(HolderOutcome.Unavailable.class);
        assertThat(sink.scope(ScopeConditions.none())).isInstanceOf(ScopeRead.Unresolved.class);
        assertThat(sink.check(check)).extracting(Finding::level).containsExactly(Finding.Level.OK);
        assertThat(sink.holders(addresses)).isInstanceOf(HolderOutcome.CannotTell.class);
        assertThat(sink.scope(ScopeConditions.none())).isInstanceOf(ScopeRead.Resolved.class);
    }
}
