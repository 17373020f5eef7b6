package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import dev.writeback.testkit.time.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that fails for a while, or is another node's by now. */
class FailingStoreTest {

    private static final int MAILBOXES = 120;

    @ParameterizedTest
    @ValueSource(strings = {"cursor", "accept", "claim", "announce", "settle", "undelivered"})
    void ends_the_run_and_loses_nothing_and_the_next_one_goes_on(String port) {
        for (int after = 0; after < 3; after++) {
            try (Rig rig = new Rig(MAILBOXES, Mailboxes.changes(MAILBOXES, 1, "x"))) {
                FaultyStore store = new FaultyStore(rig.store);
                try (Writeback writeback =
                        rig.builder().store(store).connections(1).build()) {
                    AtomicInteger left = new AtomicInteger(after);
                    store.fails = call -> call.equals(port) && left.getAndDecrement() <= 0;
                    for (int run = 0; run < 3; run++) {
                        RunReport report = writeback.runOnce();
                        if (left.get() < 0) {
                            assertThat(report.ending()).isEqualTo(Ending.STORE_FAILED);
                            assertThat(report.problem().orElseThrow().reason())
                                    .contains("The store failed: the disk of the test is full");
                        }
                    }
                    store.fails = call -> false;

                    for (int run = 0; run < 3; run++) {
                        assertThat(writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
                    }

                    assertThat(rig.directory.applied).hasValue(MAILBOXES);
                    assertThat(JournalTest.journal(rig.store)).hasSize(MAILBOXES);
                    assertThat(rig.statuses.all).hasSize(MAILBOXES);
                    assertThat(rig.statuses.all).extracting(Status::object).doesNotHaveDuplicates();
                    assertThat(rig.statuses.all).noneMatch(status -> status.result() == Step.Result.FAILURE);
                }
            }
        }
    }

    @Test
    void keeps_what_became_of_the_objects_where_only_one_settlement_went_wrong() {
        try (Rig rig = new Rig(MAILBOXES, Mailboxes.changes(MAILBOXES, 1, "x"))) {
            FaultyStore store = new FaultyStore(rig.store);
            try (Writeback writeback = rig.builder().store(store).build()) {
                AtomicInteger calls = new AtomicInteger();
                store.fails = call -> call.equals("settle") && calls.getAndIncrement() == 1;
                assertThat(writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
                assertThat(rig.statuses.all).hasSize(MAILBOXES);
            }
        }
    }

    @Test
    void goes_on_where_others_took_the_objects_whose_settlement_went_wrong() {
        try (Rig rig = new Rig(MAILBOXES, Mailboxes.changes(MAILBOXES, 1, "x"))) {
            FaultyStore store = new FaultyStore(rig.store);
            List<WorkItem> taken = new ArrayList<>();
            try (Writeback writeback = rig.builder().store(store).connections(1).build()) {
                AtomicInteger calls = new AtomicInteger();
                store.fails = call -> {
                    if (call.equals("claim") && calls.get() == 2 && taken.isEmpty()) {
                        taken.addAll(rig.store.work().claim(new Claim.Next(MAILBOXES, rig.time.instant())));
                    }
                    return call.equals("settle") && calls.getAndIncrement() == 1;
                };
                RunReport report = writeback.runOnce();

                assertThat(taken).hasSizeGreaterThan(MAILBOXES / 2);
                assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
                assertThat(report.counts().taken()).isEqualTo(MAILBOXES - taken.size());
                rig.store.work().settle(taken.stream().map(Settlement::released).toList());
                assertThat(writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
                assertThat(rig.statuses.all).hasSize(MAILBOXES);
            }
        }
    }

    @Test
    void writes_nothing_more_once_its_work_may_be_another_nodes() {
        try (Rig rig = new Rig(MAILBOXES, Mailboxes.changes(MAILBOXES, 1, "x"))) {
            FaultyStore store = new FaultyStore(rig.store);
            try (Writeback writeback = rig.builder().store(store).build()) {
                AtomicInteger left = new AtomicInteger(7);
                store.held = () -> left.getAndDecrement() > 0;

                RunReport report = writeback.runOnce();

                assertThat(report.ending()).isEqualTo(Ending.STORE_FAILED);
                assertThat(report.problem().orElseThrow().reason()).contains("silent for so long");
                assertThat(rig.directory.writes).hasValue(7);
                store.held = () -> true;
                assertThat(writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
                assertThat(rig.directory.applied).hasValue(MAILBOXES);
                assertThat(JournalTest.journal(rig.store)).hasSize(MAILBOXES);
            }
        }
    }

    @Test
    void goes_by_the_clock_of_the_store_where_it_has_one() {
        try (Rig rig = new Rig(0, Mailboxes.changes(1, 1, "x"))) {
            SettableClock common = SettableClock.at("2025-10-17T10:00:00Z");
            FaultyStore store = new FaultyStore(rig.store);
            store.common = own -> common;
            try (Writeback writeback = rig.builder().store(store).build()) {
                assertThat(writeback.runOnce().started()).isEqualTo(common.instant());
                rig.time.advance(Duration.ofDays(30));
                assertThat(writeback.runOnce().counts().taken()).isZero();
                common.advance(Duration.ofHours(73));
                assertThat(writeback.runOnce().counts().expired()).isEqualTo(1);
                assertThat(rig.statuses.last(0).problem().orElseThrow().code()).isEqualTo(ErrorCode.EXPIRED);
            }
        }
    }
}
