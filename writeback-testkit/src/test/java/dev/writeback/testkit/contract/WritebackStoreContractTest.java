package dev.writeback.testkit.contract;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WritebackStoreContractTest {

    private final Flaws<StoreFlaw> flaws = new Flaws<>(WritebackStoreContract.class, FlawedStore::new);

    @Test
    void every_broken_store_is_caught() {
        catches(StoreFlaw.FORGETS_CURSORS, "knows_no_cursor_before_the_first_page_and_the_newest_one_after_it");
        catches(StoreFlaw.HANDS_OUT_THE_NEWEST_FIRST, "hands_out_what_came_in_in_its_order");
        catches(
                StoreFlaw.KEEPS_THE_LAST_CHANGE_ONLY,
                "joins_the_changes_of_one_object_to_one_item_at_the_place_of_the_first");
        catches(StoreFlaw.MAKES_EVERYTHING_PENDING, "does_not_make_an_object_pending_that_nothing_new_is_said_about");
        catches(
                StoreFlaw.NEVER_MAKES_PENDING_AGAIN,
                "makes_a_finished_object_pending_that_something_new_is_said_about",
                "gives_an_object_in_escrow_out_at_once_when_something_new_is_said_about_it");
        catches(StoreFlaw.HANDS_OUT_TWICE, "hands_an_object_to_one_worker_at_a_time");
        catches(
                StoreFlaw.FORGETS_WHAT_CAME_MEANWHILE,
                "keeps_an_object_pending_whose_newer_state_came_in_meanwhile",
                "keeps_an_object_pending_that_was_reopened_while_a_worker_had_it");
        catches(
                StoreFlaw.COUNTS_NO_FAILURES,
                "gives_an_object_in_escrow_out_when_it_is_due_and_counts_its_failures",
                "gives_an_object_in_escrow_out_at_once_when_something_new_is_said_about_it");
        catches(
                StoreFlaw.WAITS_FOR_THE_ESCROW_WHATEVER_COMES,
                "gives_an_object_in_escrow_out_at_once_when_something_new_is_said_about_it");
        catches(StoreFlaw.PUTS_RELEASED_LAST, "takes_a_released_object_back_to_its_place");
        catches(
                StoreFlaw.RELEASES_FROM_ESCROW,
                "takes_a_released_object_back_to_escrow",
                "takes_an_overdue_object_back_to_where_it_was_when_it_is_released");
        catches(
                StoreFlaw.HANDS_OUT_PENDING_NAMES_ONLY,
                "hands_out_a_named_object_whether_or_not_it_is_pending_and_leaves_out_an_unknown_one");
        catches(StoreFlaw.REOPENS_NOTHING, "reopens_everything_what_is_in_escrow_or_what_is_named");
        catches(StoreFlaw.REOPENS_NOTHING_IN_HAND, "keeps_an_object_pending_that_was_reopened_while_a_worker_had_it");
        catches(
                StoreFlaw.FORGETS_BASELINES,
                "keeps_the_baseline_until_a_settlement_brings_another",
                "loses_nothing_and_hands_nothing_out_twice_under_many_threads");
        catches(StoreFlaw.TURNS_STATUSES_ROUND, "keeps_statuses_in_their_order_until_they_are_delivered");
        addFlawsInWaiting();
        addFlawsInParking();
        addFlawsInTheJournal();
        addFlawsInHoldings();
        new FlawsOfDurations(flaws).add();
        flaws.assertCaught();
    }

    private void addFlawsInWaiting() {
        catches(
                StoreFlaw.KNOWS_PENDING_OBJECTS_ONLY,
                "tells_what_is_known_of_objects_and_leaves_out_those_that_nothing_was_said_about");
        catches(
                StoreFlaw.KNOWS_OBJECTS_NOBODY_NAMED,
                "tells_what_is_known_of_objects_and_leaves_out_those_that_nothing_was_said_about");
        catches(
                StoreFlaw.NEVER_WAKES,
                "gives_a_waiting_object_out_as_soon_as_one_that_it_waits_for_changes",
                "misses_no_change_of_what_is_waited_for_under_many_threads");
        catches(StoreFlaw.WAKES_ON_ANY_CHANGE, "gives_a_waiting_object_out_as_soon_as_one_that_it_waits_for_changes");
        catches(
                StoreFlaw.WAKES_FOR_KNOWN_OBJECTS_ONLY,
                "gives_a_waiting_object_out_when_one_that_it_waits_for_is_stated_first");
        catches(
                StoreFlaw.DOES_NOT_WAKE_FOR_A_REMOVAL,
                "gives_a_waiting_object_out_when_one_that_it_waits_for_is_removed");
        catches(StoreFlaw.WAITS_FOR_EVER, "gives_a_waiting_object_out_when_it_is_due_and_counts_the_looks_in_vain");
        catches(
                StoreFlaw.COUNTS_NO_LOOKS_IN_VAIN,
                "gives_a_waiting_object_out_when_it_is_due_and_counts_the_looks_in_vain");
        catches(
                StoreFlaw.COUNTS_LOOKS_FOR_EVER,
                "begins_the_wait_anew_when_something_new_is_said_about_the_object_itself");
        catches(
                StoreFlaw.FORGETS_WHAT_IS_AWAITED,
                "remembers_what_an_object_waited_for_as_long_as_nothing_else_happens_to_it");
        catches(
                StoreFlaw.REMEMBERS_WHAT_WAS_AWAITED,
                "remembers_what_an_object_waited_for_as_long_as_nothing_else_happens_to_it");
        catches(
                StoreFlaw.MISSES_CHANGES_BEFORE_THE_WAIT,
                "keeps_an_object_pending_if_what_it_waits_for_changed_while_a_worker_had_it");
        catches(
                StoreFlaw.FORGETS_ITSELF_OVER_THE_WAIT,
                "keeps_an_object_pending_that_changed_itself_while_a_worker_had_it_whatever_it_waits_for");
        catches(StoreFlaw.RELEASES_FROM_WAITING, "takes_a_released_object_back_to_waiting");
        catches(StoreFlaw.WAKES_NOBODY_IN_HAND, "takes_a_released_object_back_to_waiting");
        catches(StoreFlaw.ESCROWS_WHAT_WAITS, "does_not_take_a_waiting_object_for_one_in_escrow");
        catches(StoreFlaw.WAKES_WHAT_NO_LONGER_WAITS, "lets_an_object_be_that_no_longer_waits");
    }

    private void addFlawsInParking() {
        catches(StoreFlaw.HANDS_OUT_WHAT_IS_PARKED, "does_not_hand_out_a_parked_object_by_itself");
        catches(
                StoreFlaw.PARKS_WHATEVER_COMES,
                "gives_a_parked_object_out_when_something_new_is_said_about_it",
                "reopens_a_parked_object_with_all_others_and_not_with_those_in_escrow");
        catches(StoreFlaw.FORGETS_CONFLICTS_WHEN_RELEASED, "takes_a_released_object_back_to_where_it_was_parked");
        catches(StoreFlaw.REMEMBERS_CONFLICTS, "forgets_the_conflicts_of_an_object_that_is_settled_another_way");
        catches(
                StoreFlaw.ESCROWS_WHAT_IS_PARKED,
                "reopens_a_parked_object_with_all_others_and_not_with_those_in_escrow");
        catches(
                StoreFlaw.REOPENS_ALL_BUT_WHAT_IS_PARKED,
                "reopens_a_parked_object_with_all_others_and_not_with_those_in_escrow");
        catches(StoreFlaw.COUNTS_FAILURES_BEFORE_PARKING, "counts_failures_anew_once_an_object_was_parked");
        catches(StoreFlaw.PARKS_OVER_NEWS, "keeps_an_object_pending_that_changed_while_a_worker_found_a_conflict");
    }

    private void addFlawsInTheJournal() {
        catches(StoreFlaw.TURNS_THE_JOURNAL_ROUND, "keeps_what_was_written_and_decided_word_for_word_in_its_order");
        catches(
                StoreFlaw.NUMBERS_ALL_LINES_ALIKE,
                "keeps_what_was_written_and_decided_word_for_word_in_its_order",
                "reads_the_journal_page_by_page");
        catches(StoreFlaw.FORGETS_DECISIONS, "keeps_what_was_written_and_decided_word_for_word_in_its_order");
        catches(
                StoreFlaw.FORGETS_WHAT_RELEASED_OBJECTS_DID,
                "keeps_what_was_done_and_agreed_of_an_object_that_goes_back_as_pending_as_it_was");
        catches(StoreFlaw.READS_THE_JOURNAL_OF_ALL_RUNS, "reads_the_journal_of_one_run");
        catches(StoreFlaw.READS_THE_FIRST_PAGE_ONLY, "reads_the_journal_page_by_page");
        catches(StoreFlaw.JOURNALS_WHAT_IS_ANNOUNCED, "does_not_tell_what_is_only_announced");
        catches(StoreFlaw.FORGETS_ANNOUNCEMENTS, "hands_out_a_write_that_is_still_in_doubt_until_it_is_settled");
        catches(StoreFlaw.KEEPS_ANNOUNCEMENTS, "hands_out_a_write_that_is_still_in_doubt_until_it_is_settled");
        catches(StoreFlaw.FORGETS_WHICH_RUN_IS_TAKEN_BACK, "keeps_which_run_a_write_takes_back");
        catches(
                StoreFlaw.KEEPS_NOTHING_OF_WHAT_IS_RELEASED,
                "keeps_what_was_done_and_agreed_of_an_object_that_goes_back_as_pending_as_it_was");
        catches(StoreFlaw.ANNOUNCES_FOR_ANYBODY, "refuses_to_announce_a_write_for_an_object_that_nobody_claimed");
    }

    private void addFlawsInHoldings() {
        catches(
                StoreFlaw.PAGES_BY_PLACE,
                "pages_in_the_same_order_each_time",
                "pages_through_all_objects_and_reaches_each_once_whatever_happens_meanwhile");
        catches(
                StoreFlaw.REPEATS_THE_LAST_OF_THE_PAGE_BEFORE,
                "pages_through_all_objects_and_reaches_each_once_whatever_happens_meanwhile");
        catches(StoreFlaw.TELLS_OF_UNKNOWN_OBJECTS, "tells_of_named_objects_and_leaves_out_unknown_ones");
        catches(
                StoreFlaw.TELLS_OF_FORMER_ENTRIES,
                "tells_of_the_objects_that_something_was_agreed_about_with_an_entry");
        catches(
                StoreFlaw.TELLS_OF_ONE_OBJECT_PER_ENTRY,
                "tells_of_the_objects_that_something_was_agreed_about_with_an_entry");
        catches(StoreFlaw.TELLS_NO_DUE_TIMES, "tells_how_each_object_stands");
        catches(StoreFlaw.TELLS_OF_CLAIMS, "tells_of_an_object_in_a_workers_hands_as_it_stood_before");
        catches(
                StoreFlaw.FORGETS_WHAT_WAS_TAKEN_AWAY,
                "remembers_what_the_cloud_took_away_until_something_is_agreed_with_an_entry");
        catches(
                StoreFlaw.REMEMBERS_WHAT_WAS_TAKEN_AWAY,
                "remembers_what_the_cloud_took_away_until_something_is_agreed_with_an_entry");
        catches(
                StoreFlaw.FORGETS_WHAT_WAS_TAKEN_AWAY_WITHOUT_AN_ENTRY,
                "remembers_what_the_cloud_took_away_until_something_is_agreed_with_an_entry");
        catches(StoreFlaw.TAKES_OLD_NEWS_FOR_NEW, "does_not_make_an_object_pending_that_nothing_new_is_said_about");
    }

    private void catches(StoreFlaw flaw, String... tests) {
        flaws.add(flaw.name().toLowerCase(Locale.ROOT).replace('_', ' '), flaw, tests);
    }
}
