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
        addFlawsInRuns();
        addFlawsInArrivals();
        addFlawsInWaitingTooLong();
        addFlawsInExpiry();
        addFlawsInWhatIsHeld();
        addFlawsInRefusals();
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

    private void addFlawsInRuns() {
        catches(StoreFlaw.TELLS_THE_OLDEST_RUNS_FIRST, "keeps_runs_word_for_word_and_tells_the_newest_first");
        catches(StoreFlaw.FORGETS_WHY_RUNS_ARE_HELD, "keeps_runs_word_for_word_and_tells_the_newest_first");
        catches(StoreFlaw.KEEPS_RUNS_AS_THEY_BEGAN, "keeps_how_a_run_stands_by_now_in_its_place");
        catches(
                StoreFlaw.MOVES_RUNS_THAT_ARE_KEPT_AGAIN,
                "keeps_how_a_run_stands_by_now_in_its_place",
                "accounts_for_the_newest_enumeration_of_a_run_that_is_neither_held_nor_rejected");
        catches(StoreFlaw.ACCOUNTS_FOR_PENDING_OBJECTS_ONLY, "accounts_for_every_object_that_is_known");
        catches(StoreFlaw.SPENDS_FOR_EVER, "accounts_for_what_was_announced_since_a_time");
        catches(StoreFlaw.SPENDS_THE_LAST_ONLY, "accounts_for_what_was_announced_since_a_time");
        catches(StoreFlaw.SPENDS_WHAT_IT_REFUSES, "accounts_for_nothing_that_it_refused_to_announce");
        catches(
                StoreFlaw.ENUMERATES_BY_HELD_RUNS,
                "accounts_for_the_newest_enumeration_of_a_run_that_is_neither_held_nor_rejected");
        catches(StoreFlaw.TAKES_REJECTED_RUNS_FOR_HELD, "accounts_for_the_runs_that_are_held_the_oldest_first");
        catches(StoreFlaw.TELLS_THE_NEWEST_HELD_RUN_FIRST, "accounts_for_the_runs_that_are_held_the_oldest_first");
    }

    private void addFlawsInArrivals() {
        catches(
                StoreFlaw.KEEPS_LATE_PAGES,
                "keeps_a_page_only_if_its_source_was_not_read_on_meanwhile",
                "takes_each_page_in_from_one_of_two_readers_that_race");
        catches(StoreFlaw.KEEPS_CHANGES_OF_LATE_PAGES, "keeps_nothing_of_a_page_that_came_too_late");
        catches(
                StoreFlaw.KEEPS_STATUSES_OF_LATE_PAGES,
                "keeps_nothing_of_a_page_that_came_too_late",
                "takes_each_page_in_from_one_of_two_readers_that_race");
        catches(StoreFlaw.MOVES_ON_WITH_LATE_PAGES, "keeps_nothing_of_a_page_that_came_too_late");
        catches(StoreFlaw.SHARES_ONE_CURSOR, "keeps_the_cursors_of_sources_apart");
    }

    private void addFlawsInWaitingTooLong() {
        catches(StoreFlaw.WAITS_SINCE_ANY_STATEMENT, "tells_since_when_an_object_waits_by_what_was_last_said_anew");
        catches(
                StoreFlaw.WAITS_SINCE_THE_FIRST_STATEMENT,
                "tells_since_when_an_object_waits_by_what_was_last_said_anew");
        catches(StoreFlaw.WAITS_SINCE_ITS_FAILURE, "keeps_since_when_an_object_waits_whatever_becomes_of_it");
        catches(StoreFlaw.FORGETS_SINCE_WHEN_DONE, "keeps_since_when_an_object_waits_whatever_becomes_of_it");
        catches(StoreFlaw.REOPENS_SINCE_BEFORE, "counts_the_wait_anew_for_an_object_that_is_reopened");
        catches(
                StoreFlaw.WAITS_SINCE_BEFORE_THE_NEWS_IN_HAND,
                "counts_the_wait_from_the_news_that_came_while_a_worker_had_the_object");
        catches(StoreFlaw.WAKES_SINCE_BEFORE, "counts_the_wait_from_the_news_about_what_an_object_waited_for");
        catches(StoreFlaw.TAKES_NO_ESCROW_FOR_OVERDUE, "hands_out_what_is_overdue_whether_it_is_pending_or_in_escrow");
        catches(StoreFlaw.TAKES_THE_LIMIT_FOR_OVERDUE, "hands_out_what_is_overdue_whether_it_is_pending_or_in_escrow");
        catches(StoreFlaw.TAKES_WAITS_FOR_OVERDUE, "leaves_alone_what_is_not_overdue_through_a_failure_of_its_own");
        catches(
                StoreFlaw.TAKES_EVERYTHING_FOR_OVERDUE,
                "leaves_alone_what_is_not_overdue_through_a_failure_of_its_own");
        catches(
                StoreFlaw.HANDS_OUT_WHAT_IS_OVERDUE_BY_PLACE,
                "hands_out_what_is_overdue_longest_first_and_no_more_than_was_asked_for");
        catches(
                StoreFlaw.HANDS_OUT_ALL_THAT_IS_OVERDUE,
                "hands_out_what_is_overdue_longest_first_and_no_more_than_was_asked_for");
    }

    private void addFlawsInExpiry() {
        catches(
                StoreFlaw.HANDS_OUT_WHAT_EXPIRED,
                "does_not_hand_out_an_expired_object_by_itself_and_tells_why_it_expired");
        catches(
                StoreFlaw.FORGETS_WHY_IT_EXPIRED,
                "does_not_hand_out_an_expired_object_by_itself_and_tells_why_it_expired");
        catches(
                StoreFlaw.EXPIRES_FOR_EVER,
                "gives_an_expired_object_out_when_something_new_is_said_about_it",
                "reopens_an_expired_object_by_name_and_with_all_others_and_not_with_those_in_escrow");
        catches(
                StoreFlaw.ESCROWS_WHAT_EXPIRED,
                "reopens_an_expired_object_by_name_and_with_all_others_and_not_with_those_in_escrow");
        catches(
                StoreFlaw.REOPENS_ALL_BUT_WHAT_EXPIRED,
                "reopens_an_expired_object_by_name_and_with_all_others_and_not_with_those_in_escrow");
        catches(StoreFlaw.COUNTS_FAILURES_BEFORE_EXPIRY, "counts_failures_anew_once_an_object_expired");
        catches(StoreFlaw.EXPIRES_OVER_NEWS, "keeps_an_object_pending_that_changed_while_a_worker_gave_it_up");
        catches(StoreFlaw.FORGETS_EXPIRY_WHEN_RELEASED, "takes_a_released_object_back_to_where_it_expired");
        catches(StoreFlaw.FORGETS_WHY_IT_FAILED, "tells_why_an_object_is_in_escrow_as_long_as_it_is");
        catches(StoreFlaw.REMEMBERS_WHY_IT_FAILED, "tells_why_an_object_is_in_escrow_as_long_as_it_is");
        catches(
                StoreFlaw.REMEMBERS_WHY_IT_FAILED_BEFORE_THE_NEWS,
                "forgets_why_an_object_failed_when_it_is_pending_again");
        catches(StoreFlaw.TELLS_WHY_OLD_STATES_FAILED, "forgets_why_an_object_failed_when_it_is_pending_again");
    }

    private void addFlawsInWhatIsHeld() {
        catches(StoreFlaw.HANDS_OUT_WHAT_IS_HELD, "hands_out_held_objects_only_when_they_are_asked_for");
        catches(StoreFlaw.HANDS_OUT_ALL_THAT_IS_HELD, "hands_out_held_objects_only_when_they_are_asked_for");
        catches(
                StoreFlaw.TAKES_EVERYTHING_FOR_HELD,
                "makes_a_held_object_pending_without_its_plan_when_something_new_is_said_about_it");
        catches(StoreFlaw.REDACTS_HELD_PLANS, "keeps_the_plan_of_a_held_object_word_for_word");
        catches(StoreFlaw.FORGETS_PLANS_WHEN_RELEASED, "takes_a_released_object_back_to_where_it_was_held");
        catches(
                StoreFlaw.HOLDS_WHATEVER_COMES,
                "makes_a_held_object_pending_without_its_plan_when_something_new_is_said_about_it",
                "reopens_a_held_object_by_name_and_with_all_others_and_not_with_those_in_escrow");
        catches(
                StoreFlaw.REMEMBERS_HELD_PLANS,
                "makes_a_held_object_pending_without_its_plan_when_something_new_is_said_about_it");
        catches(
                StoreFlaw.ESCROWS_WHAT_IS_HELD,
                "reopens_a_held_object_by_name_and_with_all_others_and_not_with_those_in_escrow");
        catches(
                StoreFlaw.REOPENS_ALL_BUT_WHAT_IS_HELD,
                "reopens_a_held_object_by_name_and_with_all_others_and_not_with_those_in_escrow");
        catches(StoreFlaw.HOLDS_OVER_NEWS, "keeps_an_object_pending_that_changed_while_its_run_was_held");
        catches(StoreFlaw.FORGETS_BASELINES_OF_WHAT_IS_HELD, "leaves_what_was_agreed_as_it_was_when_an_object_is_held");
        catches(
                StoreFlaw.REMEMBERS_PLANS_THAT_WERE_SETTLED,
                "forgets_the_plan_of_a_held_object_that_is_settled_another_way");
        catches(StoreFlaw.COUNTS_FAILURES_BEFORE_HOLDING, "counts_failures_anew_once_an_object_was_held");
        catches(StoreFlaw.PAGES_THROUGH_ALL_STATES, "pages_through_the_objects_that_stand_as_asked_for");
        catches(StoreFlaw.CHOOSES_FROM_WHOLE_PAGES, "pages_through_the_objects_that_stand_as_asked_for");
        catches(StoreFlaw.COUNTS_WHAT_IS_IN_NOBODYS_HANDS, "counts_how_many_objects_stand_how");
    }

    private void addFlawsInRefusals() {
        catches(
                StoreFlaw.SETTLES_UNTIL_IT_REFUSES,
                "changes_nothing_when_it_refuses_to_settle_an_object_that_nobody_claimed",
                "changes_nothing_when_it_refuses_to_settle_an_object_twice_at_once");
        catches(
                StoreFlaw.SETTLES_WHAT_NOBODY_CLAIMED,
                "changes_nothing_when_it_refuses_to_settle_an_object_that_nobody_claimed");
        catches(StoreFlaw.SETTLES_TWICE, "changes_nothing_when_it_refuses_to_settle_an_object_twice_at_once");
        catches(StoreFlaw.HOLDS_NOTHING, "vouches_for_what_was_just_handed_out");
        catches(StoreFlaw.GOES_BACK_IN_TIME, "has_a_clock_that_does_not_go_back");
    }

    private void catches(StoreFlaw flaw, String... tests) {
        flaws.add(flaw.name().toLowerCase(Locale.ROOT).replace('_', ' '), flaw, tests);
    }
}
