package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Step;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Settlement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** One object that breaks whatever touches it, among others that must not notice. */
class PoisonTest {

    private static final int MAILBOXES = 30;
    private static final int POISON = 3;

    @Test
    void an_object_that_exhausts_the_stack_or_the_memory_of_whoever_writes_it_fails_alone() {
        for (Error error : List.of(new StackOverflowError(), new OutOfMemoryError("of the test"))) {
            try (Rig rig = rig()) {
                rig.directory.onWriteOf(POISON, real -> {
                    throw error;
                });
                RunReport report = rig.writeback.runOnce();
                assertThat(report.counts().written()).isEqualTo(MAILBOXES - 1);
                assertThat(problem(rig).code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
            }
        }
    }

    @Test
    void an_object_whose_outcome_the_store_cannot_keep_fails_alone_and_its_write_is_not_lost() {
        try (Rig rig = rig()) {
            FaultyStore store = new FaultyStore(rig.store);
            store.unkeepable = of(settlement -> settlement.baseline().isPresent());
            try (Writeback writeback = rig.builder().store(store).build()) {
                RunReport report = writeback.runOnce();

                assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
                assertThat(report.counts().failed()).isEqualTo(1);
                assertThat(rig.directory.applied).hasValue(MAILBOXES);
                assertThat(problem(rig).reason()).contains("The store cannot keep what became of object");
                assertThat(holding(rig).state()).isEqualTo(Holding.State.ESCROWED);
                assertThat(rig.statuses.all).hasSize(MAILBOXES);
                assertThat(JournalTest.journal(rig.store)).hasSize(MAILBOXES - 1);

                store.unkeepable = settlement -> false;
                rig.time.advance(Duration.ofHours(1));
                assertThat(writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
                assertThat(rig.directory.applied).hasValue(MAILBOXES);
                assertThat(JournalTest.journal(rig.store)).hasSize(MAILBOXES);
                assertThat(holding(rig).state()).isEqualTo(Holding.State.RESTING);
            }
        }
    }

    @Test
    void an_object_whose_status_the_store_cannot_keep_waits_and_has_its_last_word_later() {
        try (Rig rig = rig()) {
            FaultyStore store = new FaultyStore(rig.store);
            store.unkeepable = of(settlement -> settlement.status().isPresent());
            try (Writeback writeback = rig.builder().store(store).build()) {
                writeback.runOnce();
                assertThat(rig.statuses.all).hasSize(MAILBOXES - 1);
                assertThat(holding(rig).state()).isEqualTo(Holding.State.ESCROWED);

                store.unkeepable = settlement -> false;
                rig.time.advance(Duration.ofHours(1));
                writeback.runOnce();
                assertThat(rig.statuses.of(Mailboxes.id(POISON))).hasSize(1);
                assertThat(rig.statuses.last(POISON).result()).isNotEqualTo(Step.Result.FAILURE);
            }
        }
    }

    @Test
    void an_object_of_which_nothing_at_all_can_be_kept_ends_the_run_with_a_sentence() {
        try (Rig rig = rig()) {
            FaultyStore store = new FaultyStore(rig.store);
            store.unkeepable = of(settlement -> true);
            try (Writeback writeback = rig.builder().store(store).build()) {
                RunReport report = writeback.runOnce();
                assertThat(report.ending()).isEqualTo(Ending.STORE_FAILED);
                assertThat(report.problem().orElseThrow().reason()).contains("the disk of the test is full");
            }
        }
    }

    @Test
    void an_object_whose_write_cannot_be_announced_is_not_written_and_fails_alone() {
        try (Rig rig = rig()) {
            FaultyStore store = new FaultyStore(rig.store);
            store.unannounceable = write -> write.object().equals(Mailboxes.id(POISON));
            try (Writeback writeback = rig.builder().store(store).build()) {
                RunReport report = writeback.runOnce();
                assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
                assertThat(rig.directory.applied).hasValue(MAILBOXES - 1);
                assertThat(problem(rig).reason()).contains("so it was not written");
                assertThat(JournalTest.journal(rig.store)).hasSize(MAILBOXES - 1);
            }
        }
    }

    @Test
    void a_status_that_the_reporter_chokes_on_keeps_nobody_else_waiting() {
        try (Rig rig = rig()) {
            Set<Object> told = ConcurrentHashMap.newKeySet();
            try (Writeback writeback = rig.builder()
                    .reporter(status -> {
                        if (status.object().orElseThrow().equals(Mailboxes.id(POISON))) {
                            throw new StackOverflowError();
                        }
                        told.add(status.object().orElseThrow());
                    })
                    .build()) {
                for (int run = 1; run <= 5; run++) {
                    rig.source.page(Mailboxes.changes(MAILBOXES, run + 1, "x" + run));
                    told.clear();
                    writeback.runOnce();
                    assertThat(told).hasSize(MAILBOXES - 1);
                }
            }
        }
    }

    private static Rig rig() {
        return new Rig(MAILBOXES, Mailboxes.changes(MAILBOXES, 1, "x"));
    }

    private static Predicate<Settlement> of(Predicate<Settlement> what) {
        return settlement -> settlement.item().object().id().equals(Mailboxes.id(POISON)) && what.test(settlement);
    }

    private static Problem problem(Rig rig) {
        return rig.statuses.last(POISON).problem().orElseThrow();
    }

    private static Holding holding(Rig rig) {
        return rig.store.records().holdings().of(List.of(Mailboxes.id(POISON))).get(0);
    }
}
