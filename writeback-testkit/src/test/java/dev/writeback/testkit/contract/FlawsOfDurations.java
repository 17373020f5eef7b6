package dev.writeback.testkit.contract;

import java.util.Locale;

/** What may be wrong with how a store keeps what lasts: runs, waits, what was given up and what is held. */
final class FlawsOfDurations {

    private final Flaws<StoreFlaw> flaws;

    FlawsOfDurations(Flaws<StoreFlaw> flaws) {
        this.flaws = flaws;
    }

    void add() {
        addFlawsInRuns();
        addFlawsInArrivals();
        addFlawsInWaitingTooLong();
        addFlawsInExpiry();
        addFlawsInWhatIsHeld();
        addFlawsInScope();
        addFlawsInRefusals();
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

    private void addFlawsInScope() {
        catches(StoreFlaw.HANDS_OUT_WHAT_IS_OUT_OF_SCOPE, "does_not_hand_out_an_object_by_itself_that_is_out_of_scope");
        catches(
                StoreFlaw.REMEMBERS_SCOPE,
                "hands_an_object_out_that_is_out_of_scope_when_something_new_is_said_or_it_is_reopened");
        catches(
                StoreFlaw.LEAVES_OUT_OVER_NEWS,
                "keeps_an_object_pending_that_changed_while_a_worker_found_it_out_of_scope");
        catches(StoreFlaw.FORGETS_SCOPE_WHEN_RELEASED, "takes_a_released_object_back_to_where_it_was_out_of_scope");
        catches(
                StoreFlaw.FORGETS_WHAT_WAS_TAKEN_AWAY_OUT_OF_SCOPE,
                "finds_an_object_by_its_entry_that_is_out_of_scope_and_remembers_what_the_cloud_took_away");
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
