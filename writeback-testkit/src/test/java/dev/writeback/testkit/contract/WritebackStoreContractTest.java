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
        addFlawsInWaiting();
        flaws.assertCaught();
    }

    private void addFlawsInWaiting() {
        catches(
                Flaw.KNOWS_PENDING_OBJECTS_ONLY,
                "tells_what_is_known_of_objects_and_leaves_out_those_that_nothing_was_said_about");
        catches(
                Flaw.KNOWS_OBJECTS_NOBODY_NAMED,
                "tells_what_is_known_of_objects_and_leaves_out_those_that_nothing_was_said_about");
        catches(
                Flaw.NEVER_WAKES,
                "gives_a_waiting_object_out_as_soon_as_one_that_it_waits_for_changes",
                "misses_no_change_of_what_is_waited_for_under_many_threads");
        catches(Flaw.WAKES_ON_ANY_CHANGE, "gives_a_waiting_object_out_as_soon_as_one_that_it_waits_for_changes");
        catches(
                Flaw.WAKES_FOR_KNOWN_OBJECTS_ONLY,
                "gives_a_waiting_object_out_when_one_that_it_waits_for_is_stated_first");
        catches(Flaw.DOES_NOT_WAKE_FOR_A_REMOVAL, "gives_a_waiting_object_out_when_one_that_it_waits_for_is_removed");
        catches(Flaw.WAITS_FOR_EVER, "gives_a_waiting_object_out_when_it_is_due_and_counts_the_looks_in_vain");
        catches(Flaw.COUNTS_NO_LOOKS_IN_VAIN, "gives_a_waiting_object_out_when_it_is_due_and_counts_the_looks_in_vain");
        catches(Flaw.COUNTS_LOOKS_FOR_EVER, "begins_the_wait_anew_when_something_new_is_said_about_the_object_itself");
        catches(
                Flaw.FORGETS_WHAT_IS_AWAITED,
                "remembers_what_an_object_waited_for_as_long_as_nothing_else_happens_to_it");
        catches(
                Flaw.REMEMBERS_WHAT_WAS_AWAITED,
                "remembers_what_an_object_waited_for_as_long_as_nothing_else_happens_to_it");
        catches(
                Flaw.MISSES_CHANGES_BEFORE_THE_WAIT,
                "keeps_an_object_pending_if_what_it_waits_for_changed_while_a_worker_had_it");
        catches(
                Flaw.FORGETS_ITSELF_OVER_THE_WAIT,
                "keeps_an_object_pending_that_changed_itself_while_a_worker_had_it_whatever_it_waits_for");
        catches(Flaw.RELEASES_FROM_WAITING, "takes_a_released_object_back_to_waiting");
        catches(Flaw.WAKES_NOBODY_IN_HAND, "takes_a_released_object_back_to_waiting");
        catches(Flaw.ESCROWS_WHAT_WAITS, "does_not_take_a_waiting_object_for_one_in_escrow");
        catches(Flaw.WAKES_WHAT_NO_LONGER_WAITS, "lets_an_object_be_that_no_longer_waits");
    }

    private void catches(Flaw flaw, String... tests) {
        flaws.add(flaw.name().toLowerCase(Locale.ROOT).replace('_', ' '), flaw, tests);
    }
}
