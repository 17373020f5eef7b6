package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.SampleRecords.written;
import static dev.writeback.testkit.contract.StoreCall.NOW;
import static dev.writeback.testkit.contract.StoreCall.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.JournalRecord;
import dev.writeback.spi.Account;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.RunRecord.State;
import dev.writeback.spi.Runs;
import dev.writeback.spi.Settlement.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What every store must remember of runs, and of what they took away. Part of {@link WritebackStoreContract}. */
abstract class RunsContract extends HoldingsContract {

    private static final Destruction LITTLE = new Destruction(1, 2, 3);
    private static final Destruction MUCH = new Destruction(10, 20, 30);

    @Test
    void keeps_runs_word_for_word_and_tells_the_newest_first() {
        assertThat(runs().newest(10)).as("runs before the first one").isEmpty();
        List<RunRecord> all = SampleRuns.ofEveryState();
        all.forEach(runs()::keep);
        assertThat(runs().newest(10))
                .as("all runs, with times, problems, numbers and counts as they were, the newest first")
                .containsExactly(all.get(3), all.get(2), all.get(1), all.get(0));
        assertThat(runs().newest(2))
                .as("at most two runs, which are the newest")
                .containsExactly(all.get(3), all.get(2));
    }

    @Test
    void keeps_how_a_run_stands_by_now_in_its_place() {
        RunRecord begun = SampleRuns.begun("run 1");
        runs().keep(begun);
        runs().keep(SampleRuns.enumerating("run 2", State.FREE, 2));
        RunRecord held = SampleRuns.enumerating("run 1", State.HELD, 1);
        runs().keep(held);
        assertThat(runs().newest(10))
                .as("two runs, the older of which was kept again when it ended")
                .containsExactly(SampleRuns.enumerating("run 2", State.FREE, 2), held);
        runs().keep(held.decided(State.REJECTED));
        assertThat(runs().newest(10))
                .as("two runs, the older of which was kept again when somebody decided")
                .containsExactly(SampleRuns.enumerating("run 2", State.FREE, 2), held.decided(State.REJECTED));
    }

    @Test
    void accounts_for_every_object_that_is_known() {
        assertThat(account(NOW))
                .as("the account of a store that nothing is in")
                .isEqualTo(new Account(0, Destruction.none(), OptionalLong.empty(), List.of()));
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"), text("c", 1, "x"));
        store.accept("2", text("a", 2, "y"), CloudChange.removal(CloudObjectId.of("b"), 2));
        store.finish(store.next(1), new Done());
        assertThat(account(NOW).objects())
                .as(
                        "objects that something was said about: one is done, one is gone from the cloud, one waits its turn")
                .isEqualTo(3);
    }

    @Test
    void accounts_for_what_was_announced_since_a_time() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.next(2);
        announce(LITTLE, at(NOW, "a"));
        announce(MUCH, at(NOW.plusSeconds(600), "b"));
        announce(LITTLE, at(NOW.plusSeconds(601), "b"));
        assertSpent(NOW.minusSeconds(60), LITTLE.and(MUCH).and(LITTLE), "all of it");
        assertSpent(NOW.plusSeconds(300), MUCH.and(LITTLE), "what came in the last of ten minutes");
        assertSpent(NOW.plusSeconds(900), Destruction.none(), "nothing, since nothing came after that");
    }

    @Test
    void accounts_for_nothing_that_it_refused_to_announce() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.named("a");
        assertThat(catchThrowable(() -> announce(MUCH, at(NOW, "a"), at(NOW, "b"))))
                .as("announcing two writes, one of them for an object that is in nobody's hands")
                .isInstanceOf(IllegalStateException.class);
        assertSpent(NOW.minusSeconds(60), Destruction.none(), "nothing: what is refused is not written");
    }

    @Test
    void accounts_for_the_newest_enumeration_of_a_run_that_is_neither_held_nor_rejected() {
        assertEnumerated(OptionalLong.empty(), "when no run was kept");
        runs().keep(SampleRuns.enumerating("run 1", State.FREE, 100));
        assertEnumerated(OptionalLong.of(100), "when one was free");
        runs().keep(SampleRuns.begun("run 2"));
        assertEnumerated(OptionalLong.of(100), "when the newest did not read from start to end");
        runs().keep(SampleRuns.enumerating("run 3", State.HELD, 3));
        assertEnumerated(
                OptionalLong.of(100), "when the newest is held; a source that shrank must not become the measure");
        runs().keep(SampleRuns.enumerating("run 3", State.REJECTED, 3));
        assertEnumerated(OptionalLong.of(100), "when the newest was rejected");
        runs().keep(SampleRuns.enumerating("run 4", State.HELD, 4));
        runs().keep(SampleRuns.enumerating("run 4", State.APPROVED, 4));
        assertEnumerated(OptionalLong.of(4), "when the newest was approved");
        runs().keep(SampleRuns.enumerating("run 1", State.FREE, 100));
        assertEnumerated(OptionalLong.of(4), "when an old one was kept again");
    }

    @Test
    void accounts_for_the_runs_that_are_held_the_oldest_first() {
        List<RunRecord> held =
                List.of(SampleRuns.enumerating("run 2", State.HELD, 3), SampleRuns.enumerating("run 1", State.HELD, 1));
        held.forEach(runs()::keep);
        runs().keep(SampleRuns.enumerating("run 3", State.FREE, 1));
        assertThat(account(NOW).held())
                .as("the runs that are held, in the order in which they were first kept")
                .isEqualTo(held);
        runs().keep(held.get(0).decided(State.APPROVED));
        assertThat(account(NOW).held())
                .as("the runs that are held when somebody decided about one of two")
                .containsExactly(held.get(1));
        runs().keep(held.get(1).decided(State.REJECTED));
        assertThat(account(NOW).held())
                .as("the runs that are held when somebody decided about all")
                .isEmpty();
    }

    private void assertSpent(Instant since, Destruction expected, String what) {
        assertThat(account(since).spent())
                .as("what was announced since %s after the first write: %s", Duration.between(NOW, since), what)
                .isEqualTo(expected);
    }

    private void assertEnumerated(OptionalLong expected, String when) {
        assertThat(account(NOW).enumerated())
                .as("how many objects the source stated when it was last read whole, %s", when)
                .isEqualTo(expected);
    }

    private void announce(Destruction worth, JournalRecord.Written... writes) {
        store.store().records().journal().announce(List.of(writes), worth);
    }

    private static JournalRecord.Written at(Instant at, String object) {
        JournalRecord.Written write = written("run 1", object);
        return new JournalRecord.Written(
                write.run(), at, write.object(), write.entry(), write.changes(), Optional.empty());
    }

    private Account account(Instant since) {
        return runs().account(since);
    }

    private Runs runs() {
        return store.store().records().journal().runs();
    }
}
