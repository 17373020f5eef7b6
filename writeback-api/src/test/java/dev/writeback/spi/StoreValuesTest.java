package dev.writeback.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.writeback.model.AttributeName;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoreValuesTest {

    private static final CloudObjectId ADA = CloudObjectId.of("ada");
    private static final Problem PROBLEM = Problem.of(ErrorCode.EXPIRED, "It is too old.", "Look at it.");

    @Test
    void a_page_keeps_what_it_was_made_of() {
        List<CloudChange> changes = new ArrayList<>(List.of(CloudChange.removal(ADA, 1)));
        List<Status> statuses = new ArrayList<>();
        Arrival arrival = new Arrival("cloud", Optional.empty(), changes, statuses, new Cursor("1"), Instant.EPOCH);
        changes.clear();
        assertThat(arrival.changes()).containsExactly(CloudChange.removal(ADA, 1));
        assertThat(arrival.statuses()).isEmpty();
    }

    @Test
    void a_failure_may_be_one_that_nothing_is_said_of() {
        assertThat(new Settlement.Escrowed(Instant.EPOCH).why()).isEmpty();
        assertThat(new Settlement.Escrowed(Instant.EPOCH, Optional.of(PROBLEM)).why())
                .contains(PROBLEM);
        assertThat(new Settlement.Expired(PROBLEM).why()).isEqualTo(PROBLEM);
    }

    @Test
    void only_a_plan_that_writes_can_be_held() {
        Plan idle = new Plan(ADA, Optional.empty(), List.of(), new Disposition.Skip(SkipReason.REJECTED, "No."));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settlement.Held(idle))
                .withMessage("the plan of ada writes nothing, so there is nothing to hold");
    }

    @Test
    void destruction_adds_up_and_is_never_negative() {
        Destruction one = new Destruction(1, 2, 3);
        assertThat(one.and(new Destruction(10, 20, 30))).isEqualTo(new Destruction(11, 22, 33));
        assertThat(one.and(Destruction.none())).isEqualTo(one);
        for (long[] wrong : new long[][] {{-1, 0, 0}, {0, -1, 0}, {0, 0, -1}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Destruction(wrong[0], wrong[1], wrong[2]))
                    .withMessage("destruction is counted from 0 on, not %d values, %d addresses, %d entries"
                            .formatted(wrong[0], wrong[1], wrong[2]));
        }
    }

    @Test
    void a_run_keeps_its_counts_in_their_order_and_changes_nothing_but_its_state_when_it_is_decided() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("written", 1L);
        counts.put("skipped", 2L);
        RunRecord held = run(RunRecord.State.HELD, counts);
        counts.clear();
        assertThat(held.counts()).containsExactly(Map.entry("written", 1L), Map.entry("skipped", 2L));
        assertThat(held.decided(RunRecord.State.APPROVED)).isEqualTo(run(RunRecord.State.APPROVED, held.counts()));
    }

    @Test
    void an_account_keeps_the_runs_that_it_was_made_of() {
        List<RunRecord> held = new ArrayList<>(List.of(run(RunRecord.State.HELD, Map.of())));
        Account account = new Account(1, Destruction.none(), OptionalLong.of(2), held);
        held.clear();
        assertThat(account.held()).containsExactly(run(RunRecord.State.HELD, Map.of()));
    }

    @Test
    void a_holding_changes_nothing_but_its_conflicts_when_it_gets_others() {
        Parking conflict = new Parking(AttributeName.of("mail"), List.of(), List.of(), Instant.EPOCH, Disclosure.OPEN);
        assertThat(holding(7, Holding.State.PARKED, List.of()).parkedWith(List.of(conflict)))
                .isEqualTo(holding(7, Holding.State.PARKED, List.of(conflict)));
    }

    @Test
    void what_was_handed_out_is_this_processes_unless_a_store_says_otherwise() {
        assertThat(new NoWork().holds()).isTrue();
    }

    @Test
    void holdings_count_themselves_by_paging() {
        assertThat(new ManyHoldings(0).count()).isEmpty();
        assertThat(new ManyHoldings(2 * Holdings.PAGE + 1).count())
                .isEqualTo(
                        Map.of(Holding.State.PENDING, Holdings.PAGE + 1L, Holding.State.RESTING, (long) Holdings.PAGE));
    }

    private static RunRecord run(RunRecord.State state, Map<String, Long> counts) {
        return new RunRecord(
                "run 1",
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                state,
                Optional.of(PROBLEM),
                OptionalLong.of(3),
                counts);
    }

    private static Holding holding(int number, Holding.State state, List<Parking> parked) {
        return new Holding(
                CloudObject.unknown(CloudObjectId.of("mailbox-%06d".formatted(number))),
                Baseline.none(),
                state,
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                1,
                Optional.of(PROBLEM),
                parked,
                Optional.empty());
    }

    /** Every other object rests. */
    private record ManyHoldings(int size) implements Holdings {

        @Override
        public List<Holding> page(Set<Holding.State> states, Optional<CloudObjectId> after, int atMost) {
            return IntStream.range(0, size)
                    .mapToObj(n -> holding(n, n % 2 == 0 ? Holding.State.PENDING : Holding.State.RESTING, List.of()))
                    .filter(one -> after.isEmpty() || one.object().id().compareTo(after.get()) > 0)
                    .filter(one -> states.contains(one.state()))
                    .limit(atMost)
                    .toList();
        }

        @Override
        public List<Holding> ofEntries(Collection<ObjectGuid> entries) {
            return List.of();
        }

        @Override
        public List<Holding> of(Collection<CloudObjectId> ids) {
            return List.of();
        }
    }

    private static final class NoWork implements WorkQueue {

        @Override
        public List<WorkItem> claim(Claim claim) {
            return List.of();
        }

        @Override
        public void settle(Collection<Settlement> settlements) {}

        @Override
        public int reopen(Selection selection, Instant now) {
            return 0;
        }
    }
}
