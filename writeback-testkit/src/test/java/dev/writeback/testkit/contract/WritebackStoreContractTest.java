package dev.writeback.testkit.contract;

import dev.writeback.testkit.contract.PlainStore.Flaw;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WritebackStoreContractTest {

    private final Flaws<Flaw> flaws = new Flaws<>(WritebackStoreContract.class, FlawedStore::new);

    @Test
    void every_broken_store_is_caught() {
        catches(Flaw.FORGETS_CURSORS, "knows_no_cursor_before_the_first_page_and_the_newest_one_after_it");
        catches(Flaw.HANDS_OUT_THE_NEWEST_FIRST, "hands_out_what_came_in_in_its_order");
        catches(
                Flaw.KEEPS_THE_LAST_CHANGE_ONLY,
                "joins_the_changes_of_one_object_to_one_item_at_the_place_of_the_first");
        catches(Flaw.MAKES_EVERYTHING_PENDING, "does_not_make_an_object_pending_that_nothing_new_is_said_about");
        catches(
                Flaw.NEVER_MAKES_PENDING_AGAIN,
                "makes_a_finished_object_pending_that_something_new_is_said_about",
                "loses_nothing_and_hands_nothing_out_twice_under_many_threads");
        catches(Flaw.HANDS_OUT_TWICE, "hands_an_object_to_one_worker_at_a_time");
        catches(
                Flaw.FORGETS_WHAT_CAME_MEANWHILE,
                "keeps_an_object_pending_whose_newer_state_came_in_meanwhile",
                "keeps_an_object_pending_that_was_reopened_while_a_worker_had_it");
        catches(
                Flaw.COUNTS_NO_FAILURES,
                "gives_an_object_in_escrow_out_when_it_is_due_and_counts_its_failures",
                "gives_an_object_in_escrow_out_at_once_when_something_new_is_said_about_it");
        catches(
                Flaw.WAITS_FOR_THE_ESCROW_WHATEVER_COMES,
                "gives_an_object_in_escrow_out_at_once_when_something_new_is_said_about_it");
        catches(Flaw.PUTS_RELEASED_LAST, "takes_a_released_object_back_to_its_place");
        catches(Flaw.RELEASES_FROM_ESCROW, "takes_a_released_object_back_to_escrow");
        catches(
                Flaw.HANDS_OUT_PENDING_NAMES_ONLY,
                "hands_out_a_named_object_whether_or_not_it_is_pending_and_leaves_out_an_unknown_one");
        catches(Flaw.REOPENS_NOTHING, "reopens_everything_what_is_in_escrow_or_what_is_named");
        catches(Flaw.REOPENS_NOTHING_IN_HAND, "keeps_an_object_pending_that_was_reopened_while_a_worker_had_it");
        catches(Flaw.FORGETS_BASELINES, "keeps_the_baseline_until_a_settlement_brings_another");
        catches(Flaw.TURNS_STATUSES_ROUND, "keeps_statuses_in_their_order_until_they_are_delivered");
        flaws.assertCaught();
    }

    private void catches(Flaw flaw, String... tests) {
        flaws.add(flaw.name().toLowerCase(Locale.ROOT).replace('_', ' '), flaw, tests);
    }
}
