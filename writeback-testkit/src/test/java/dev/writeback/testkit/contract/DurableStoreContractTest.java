package dev.writeback.testkit.contract;

import dev.writeback.spi.WritebackStore;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DurableStoreContractTest extends DurableStoreContract {

    private final PlainStore store = new PlainStore(StoreFlaw.NONE);
    private final Flaws<StoreFlaw> flaws = new Flaws<>(DurableStoreContract.class, FlawedDurableStore::new);

    @Override
    protected WritebackStore open() {
        store.restart();
        return store;
    }

    @Test
    void every_store_that_forgets_is_caught() {
        catches(StoreFlaw.KEEPS_DEAD_CLAIMS, "hands_out_again_what_a_worker_had_that_is_gone");
        catches(
                StoreFlaw.FORGETS_ANNOUNCEMENTS_OF_THE_DEAD,
                "hands_out_the_write_that_was_announced_last_by_a_worker_that_is_gone");
        catches(
                StoreFlaw.KEEPS_THE_FIRST_ANNOUNCEMENT,
                "hands_out_the_write_that_was_announced_last_by_a_worker_that_is_gone");
        catches(
                StoreFlaw.ANNOUNCES_UNTIL_IT_REFUSES,
                "keeps_none_of_the_writes_that_are_announced_together_if_it_refuses_one");
        catches(StoreFlaw.FORGETS_CONFLICTS_WITH_THE_DEAD, "knows_how_everything_stood");
        catches(StoreFlaw.FORGETS_WAITS_WITH_THE_DEAD, "knows_what_objects_waited_for");
        catches(StoreFlaw.FORGETS_THE_JOURNAL_WITH_THE_DEAD, "keeps_journal_and_statuses_and_goes_on_from_there");
        catches(
                StoreFlaw.FORGETS_EXPIRY_WITH_THE_DEAD,
                "knows_what_failed_why_and_since_when_and_what_was_to_be_written");
        catches(
                StoreFlaw.FORGETS_PROBLEMS_WITH_THE_DEAD,
                "knows_what_failed_why_and_since_when_and_what_was_to_be_written");
        catches(
                StoreFlaw.FORGETS_PLANS_WITH_THE_DEAD,
                "knows_what_failed_why_and_since_when_and_what_was_to_be_written");
        catches(
                StoreFlaw.FORGETS_SINCE_WITH_THE_DEAD,
                "knows_what_failed_why_and_since_when_and_what_was_to_be_written");
        catches(StoreFlaw.FORGETS_RUNS_WITH_THE_DEAD, "knows_runs_and_what_they_took_away");
        catches(StoreFlaw.FORGETS_WHAT_WAS_SPENT_WITH_THE_DEAD, "knows_runs_and_what_they_took_away");
        catches(
                StoreFlaw.FORGETS_CURSORS_WITH_THE_DEAD,
                "refuses_a_page_that_was_read_before_what_another_process_kept");
        flaws.assertCaught();
    }

    private void catches(StoreFlaw flaw, String... tests) {
        flaws.add(flaw.name().toLowerCase(Locale.ROOT).replace('_', ' '), flaw, tests);
    }

    /** The contract, held against a store with a flaw. */
    private static final class FlawedDurableStore extends DurableStoreContract {

        private final PlainStore store;

        FlawedDurableStore(StoreFlaw flaw) {
            store = new PlainStore(flaw);
        }

        @Override
        protected WritebackStore open() {
            store.restart();
            return store;
        }
    }
}
