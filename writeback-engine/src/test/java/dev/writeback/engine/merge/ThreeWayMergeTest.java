package dev.writeback.engine.merge;

import static dev.writeback.engine.merge.MergeRig.ADDRESSES;
import static dev.writeback.engine.merge.MergeRig.MULTI;
import static dev.writeback.engine.merge.MergeRig.SINGLE;
import static dev.writeback.engine.merge.MergeRig.texts;
import static dev.writeback.engine.merge.MergeRig.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Drift;
import dev.writeback.engine.mapping.FirstContact;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Conflict;
import dev.writeback.plan.Resolution;
import dev.writeback.plan.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ThreeWayMergeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void a_first_contact_keeps_the_values_that_only_the_directory_knows() {
        Merged merged = MergeRig.of(MULTI).cloud("a").directory("b").merge();

        assertThat(values(merged)).containsExactlyInAnyOrder("a", "b");
        assertThat(merged.rule()).isEqualTo("first-contact-merge");
        assertThat(merged.side()).isEqualTo(Side.BOTH);
    }

    @Test
    void a_first_contact_takes_away_what_the_cloud_stated_once_and_states_no_longer() {
        Merged merged =
                MergeRig.of(MULTI).cloud("a").former("b").directory("b", "c").merge();

        assertThat(values(merged)).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void a_first_contact_makes_the_clouds_primary_the_only_one_and_keeps_the_directorys_as_an_alias() {
        Merged merged = MergeRig.of(ADDRESSES)
                .cloud("SMTP:ada@x.example")
                .directory("SMTP:old@x.example", "smtp:al@x.example")
                .merge();

        assertThat(values(merged))
                .containsExactlyInAnyOrder("SMTP:ada@x.example", "smtp:old@x.example", "smtp:al@x.example");
        assertThat(merged.ruling()).isEqualTo(Ruling.WRITTEN);
    }

    @Test
    void an_empty_value_that_the_cloud_states_clears_at_the_first_contact_too() {
        assertThat(MergeRig.of(SINGLE).directory("x").merge().values()).isEmpty();
        assertThat(MergeRig.of(MULTI).directory("x", "y").merge().values()).isEmpty();
    }

    @Test
    void the_profile_can_have_the_cloud_replace_everything_at_the_first_contact() {
        MergeRig rig = MergeRig.of(MULTI.withFirstContact(FirstContact.CLOUD))
                .cloud("a")
                .directory("b");

        assertThat(values(rig.merge())).containsExactly("a");
    }

    @Test
    void the_profile_can_have_the_directory_keep_what_it_has_at_the_first_contact() {
        MergeRig rig = MergeRig.of(SINGLE.withFirstContact(FirstContact.DIRECTORY));

        assertThat(values(rig.cloud("a").directory("b").merge())).containsExactly("b");
        assertThat(values(rig.directory("b").merge())).containsExactly("b");
        assertThat(values(rig.cloud("a").merge())).containsExactly("a");
    }

    @Test
    void what_a_first_contact_left_is_left_by_each_reconciliation_after_it() {
        MergeRig rig = MergeRig.of(SINGLE.withFirstContact(FirstContact.DIRECTORY))
                .agreed(texts("a"), texts("b"))
                .cloud("a")
                .directory("b");

        assertThat(rig.merge(Pass.RECONCILIATION).ruling()).isEqualTo(Ruling.AGREED);
        assertThat(values(rig.merge(Pass.RECONCILIATION))).containsExactly("b");
        assertThat(values(rig.cloud("c").merge(Pass.RECONCILIATION))).containsExactly("c");
    }

    @Test
    void a_first_contact_is_no_conflict_whoever_wins_it() {
        MergeRig rig =
                MergeRig.of(SINGLE.withAuthority(Authority.NEWEST)).cloud("a").directory("b");

        assertThat(rig.times(NOON, NOON.plusSeconds(3600)).merge().ruling()).isEqualTo(Ruling.KEPT);
        assertThat(rig.times(NOON.plusSeconds(3600), NOON).merge().ruling()).isEqualTo(Ruling.WRITTEN);
    }

    @Test
    void a_primary_that_only_the_directory_moved_stays_moved_while_the_cloud_changes_other_addresses() {
        Merged merged = MergeRig.of(ADDRESSES)
                .agreed("SMTP:ada@x.example")
                .cloud("SMTP:ada@x.example", "smtp:new@x.example")
                .directory("smtp:ada@x.example", "SMTP:al@x.example")
                .merge();

        assertThat(values(merged))
                .containsExactlyInAnyOrder("smtp:ada@x.example", "SMTP:al@x.example", "smtp:new@x.example");
        assertThat(merged.rule()).isEqualTo("merged");
    }

    @Test
    void a_primary_that_both_moved_is_a_conflict_of_which_the_winner_has_the_only_primary() {
        MergeRig rig = MergeRig.of(ADDRESSES)
                .agreed("SMTP:ada@x.example")
                .cloud("smtp:ada@x.example", "SMTP:c@x.example")
                .directory("smtp:ada@x.example", "SMTP:d@x.example");

        assertThat(values(rig.merge()))
                .containsExactlyInAnyOrder("smtp:ada@x.example", "SMTP:c@x.example", "smtp:d@x.example");
        assertThat(rig.merge().ruling()).isEqualTo(Ruling.CONFLICT);
        Merged other = resolved(rig, conflict -> new Resolution.Directory());
        assertThat(values(other))
                .containsExactlyInAnyOrder("smtp:ada@x.example", "smtp:c@x.example", "SMTP:d@x.example");
    }

    @Test
    void two_primaries_in_the_directory_are_settled_for_the_clouds() {
        Merged merged = MergeRig.of(ADDRESSES)
                .agreed("SMTP:ada@x.example")
                .cloud("smtp:ada@x.example", "SMTP:c@x.example")
                .directory("smtp:ada@x.example", "SMTP:d@x.example", "SMTP:c@x.example")
                .merge();

        assertThat(values(merged))
                .containsExactlyInAnyOrder("smtp:ada@x.example", "SMTP:c@x.example", "smtp:d@x.example");
    }

    @Test
    void a_value_that_one_side_respelled_and_the_other_removed_is_a_conflict() {
        MergeRig removedThere =
                MergeRig.of(MULTI).agreed("sales", "x").cloud("Sales", "x").directory("x");
        MergeRig removedHere =
                MergeRig.of(MULTI).agreed("sales", "x").cloud("x").directory("Sales", "x");

        assertThat(removedThere.merge().ruling()).isEqualTo(Ruling.CONFLICT);
        assertThat(values(removedThere.merge())).containsExactlyInAnyOrder("Sales", "x");
        assertThat(removedHere.merge().ruling()).isEqualTo(Ruling.CONFLICT);
        assertThat(values(removedHere.merge())).containsExactly("x");
        assertThat(values(resolved(removedHere, conflict -> new Resolution.Directory())))
                .containsExactlyInAnyOrder("Sales", "x");
        assertThat(values(resolved(removedThere, conflict -> new Resolution.Directory())))
                .containsExactly("x");
    }

    @Test
    void emptying_a_list_leaves_what_the_directory_added_meanwhile() {
        Merged merged = MergeRig.of(MULTI)
                .agreed("a", "b")
                .cloud(new String[0])
                .directory("a", "b", "c")
                .merge();

        assertThat(values(merged)).containsExactly("c");
        assertThat(merged.rule()).isEqualTo("merged");
    }

    @Test
    void the_newest_change_wins_and_the_cloud_where_nobody_can_tell() {
        MergeRig rig = MergeRig.of(SINGLE.withAuthority(Authority.NEWEST))
                .agreed("was")
                .cloud("c")
                .directory("d");

        assertThat(values(rig.times(NOON, NOON.plusSeconds(301)).merge())).containsExactly("d");
        assertThat(values(rig.times(NOON, NOON.plusSeconds(300)).merge())).containsExactly("c");
        assertThat(values(rig.times(NOON.plusSeconds(301), NOON).merge())).containsExactly("c");
        assertThat(rig.times(NOON, NOON.plusSeconds(300)).merge().reason()).contains("PT5M");
        assertThat(values(rig.merge())).containsExactly("c");
        assertThat(rig.merge().reason()).contains("not known");
        assertThat(rig.times(NOON, NOON.plusSeconds(301)).merge().side()).isEqualTo(Side.DIRECTORY);
    }

    @Test
    void where_only_one_time_is_known_the_cloud_counts_and_the_reason_says_whose_is_not() {
        MergeRig rig = MergeRig.of(SINGLE.withAuthority(Authority.NEWEST))
                .agreed("was")
                .cloud("c")
                .directory("d");
        Merged directoryUnknown = rig.times(Optional.of(NOON), Optional.empty()).merge();
        Merged cloudUnknown = rig.times(Optional.empty(), Optional.of(NOON)).merge();

        assertThat(values(directoryUnknown)).containsExactly("c");
        assertThat(directoryUnknown.reason()).contains("not known when the directory changed it");
        assertThat(values(cloudUnknown)).containsExactly("c");
        assertThat(cloudUnknown.reason()).contains("not known when the cloud changed it");
    }

    @Test
    void clocks_may_differ_by_what_a_domain_allows_them_and_not_by_less_than_nothing() {
        assertThat(Arbitration.standard()).isEqualTo(new Arbitration(Duration.ofMinutes(5), Map.of()));
        assertThat(new Arbitration(Duration.ZERO, Map.of()).skew()).isZero();
        assertThatThrownBy(() -> new Arbitration(Duration.ofNanos(-1), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be negative");
    }

    @Test
    void what_both_sides_hold_is_agreed_and_what_neither_changed_is_left() {
        Merged same = MergeRig.of(MULTI).cloud("a", "b").directory("b", "a").merge();
        Merged asAgreed = MergeRig.of(MULTI)
                .agreed(texts("a"), texts("b"))
                .cloud("a")
                .directory("b")
                .merge();

        assertThat(same).isEqualTo(ThreeWayMerge.agreed(texts("b", "a")));
        assertThat(same.reason()).isEqualTo("Both sides agree.");
        assertThat(asAgreed.rule()).isEqualTo("as-agreed");
        assertThat(values(asAgreed)).containsExactly("b");
    }

    @Test
    void the_reason_names_the_source_of_what_the_cloud_states() {
        assertThat(MergeRig.of(SINGLE).cloud("a").merge().reason())
                .isEqualTo("First contact: CustomAttribute1 is the authority for it.");
    }

    @Test
    void what_both_sides_added_alike_is_no_conflict() {
        Merged merged = MergeRig.of(MULTI)
                .agreed("a")
                .cloud("a", "b", "c")
                .directory("a", "b", "d")
                .merge();

        assertThat(values(merged)).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(merged.ruling()).isEqualTo(Ruling.WRITTEN);
    }

    @Test
    void a_spelling_that_only_one_side_changed_is_no_conflict_and_one_that_both_changed_is() {
        MergeRig rig = MergeRig.of(MULTI).agreed("sales").cloud("Sales");

        Merged alone = rig.directory("sales", "own").merge();
        assertThat(values(alone)).containsExactlyInAnyOrder("Sales", "own");
        assertThat(alone.ruling()).isEqualTo(Ruling.WRITTEN);
        Merged both = rig.directory("SALES").merge();
        assertThat(values(both)).containsExactly("Sales");
        assertThat(both.ruling()).isEqualTo(Ruling.CONFLICT);
    }

    @Test
    void an_address_that_must_not_be_removed_stays_though_the_cloud_states_it_no_longer() {
        Merged merged = MergeRig.of(ADDRESSES)
                .agreed("SMTP:ada@x.example", "X500:/o=Org/cn=ada", "smtp:old@x.example")
                .cloud("SMTP:ada@x.example")
                .directory("SMTP:ada@x.example", "X500:/o=Org/cn=ada", "smtp:old@x.example")
                .merge();

        assertThat(values(merged)).containsExactlyInAnyOrder("SMTP:ada@x.example", "X500:/o=Org/cn=ada");
    }

    @Test
    void a_primary_that_only_the_cloud_moved_is_moved_whatever_else_the_directory_changed() {
        Merged merged = MergeRig.of(ADDRESSES)
                .agreed("SMTP:ada@x.example")
                .cloud("smtp:ada@x.example", "SMTP:c@x.example")
                .directory("SMTP:ada@x.example", "smtp:own@x.example")
                .merge();

        assertThat(values(merged))
                .containsExactlyInAnyOrder("smtp:ada@x.example", "SMTP:c@x.example", "smtp:own@x.example");
        assertThat(merged.ruling()).isEqualTo(Ruling.WRITTEN);
    }

    @Test
    void a_second_primary_in_the_directory_is_a_move_even_behind_the_old_one() {
        Merged merged = MergeRig.of(ADDRESSES)
                .agreed("SMTP:ada@x.example")
                .cloud("smtp:ada@x.example", "SMTP:c@x.example")
                .directory("SMTP:ada@x.example", "SMTP:d@x.example")
                .merge();

        assertThat(merged.ruling()).isEqualTo(Ruling.CONFLICT);
        assertThat(values(merged))
                .containsExactlyInAnyOrder("smtp:ada@x.example", "SMTP:c@x.example", "smtp:d@x.example");
    }

    @Test
    void the_primary_of_the_side_that_has_one_is_the_primary() {
        Merged directorys = MergeRig.of(ADDRESSES)
                .agreed("smtp:a@x.example")
                .cloud("smtp:a@x.example", "smtp:b@x.example")
                .directory("smtp:a@x.example", "SMTP:d@x.example")
                .merge();
        Merged clouds = MergeRig.of(ADDRESSES)
                .agreed("SMTP:a@x.example", "smtp:b@x.example")
                .cloud("SMTP:b@x.example")
                .directory("SMTP:a@x.example", "smtp:b@x.example", "smtp:own@x.example")
                .merge();
        Merged nobodys = MergeRig.of(ADDRESSES)
                .agreed("smtp:a@x.example")
                .cloud("smtp:a@x.example", "smtp:b@x.example")
                .directory("smtp:a@x.example", "smtp:own@x.example")
                .merge();

        assertThat(values(directorys))
                .containsExactlyInAnyOrder("smtp:a@x.example", "smtp:b@x.example", "SMTP:d@x.example");
        assertThat(values(clouds)).containsExactlyInAnyOrder("SMTP:b@x.example", "smtp:own@x.example");
        assertThat(values(nobodys))
                .containsExactlyInAnyOrder("smtp:a@x.example", "smtp:b@x.example", "smtp:own@x.example");
    }

    @Test
    void a_primary_that_the_directory_moved_to_an_address_that_the_cloud_removed_moves_back() {
        Merged merged = MergeRig.of(ADDRESSES)
                .agreed("SMTP:a@x.example", "smtp:b@x.example")
                .cloud("SMTP:a@x.example")
                .directory("smtp:a@x.example", "SMTP:b@x.example")
                .merge();

        assertThat(values(merged)).containsExactly("SMTP:a@x.example");
        assertThat(merged.ruling()).isEqualTo(Ruling.CONFLICT);
    }

    @Test
    void of_two_primaries_in_the_directory_one_stays_where_the_cloud_has_none() {
        Merged merged = MergeRig.of(ADDRESSES)
                .agreed("smtp:a@x.example")
                .cloud("smtp:a@x.example", "smtp:b@x.example")
                .directory("smtp:a@x.example", "SMTP:d@x.example", "SMTP:e@x.example")
                .merge();

        assertThat(values(merged))
                .containsExactlyInAnyOrder(
                        "smtp:a@x.example", "smtp:b@x.example", "SMTP:d@x.example", "smtp:e@x.example");
    }

    @Test
    void addresses_that_drifted_are_repaired_to_one_primary_beside_what_the_directory_had_for_itself() {
        Merged merged = MergeRig.of(ADDRESSES.withDrift(Drift.REPAIR))
                .agreed(texts("SMTP:a@x.example"), texts("SMTP:a@x.example", "smtp:own@x.example"))
                .cloud("SMTP:a@x.example")
                .directory("smtp:a@x.example", "smtp:own@x.example", "SMTP:drifted@x.example")
                .merge();

        assertThat(values(merged)).containsExactlyInAnyOrder("SMTP:a@x.example", "smtp:own@x.example");
    }

    @Test
    void a_manual_conflict_is_parked_as_the_directory_has_it() {
        Merged merged = MergeRig.of(SINGLE.withAuthority(Authority.MANUAL))
                .agreed("was")
                .cloud("c")
                .directory("d")
                .merge();

        assertThat(merged.ruling()).isEqualTo(Ruling.PARKED);
        assertThat(values(merged)).containsExactly("d");
    }

    @Test
    void a_reconciliation_repairs_drift_and_leaves_what_the_directory_had_when_both_agreed() {
        MergeRig rig = MergeRig.of(MULTI)
                .agreed(texts("a"), texts("a", "own"))
                .cloud("a")
                .directory("own", "drifted");

        assertThat(values(rig.merge(Pass.RECONCILIATION))).containsExactlyInAnyOrder("a", "own");
        assertThat(rig.merge().ruling()).isEqualTo(Ruling.DRIFT);
    }

    @Test
    void drift_is_repaired_or_accepted_by_a_run_where_the_profile_says_so() {
        MergeRig rig = MergeRig.of(SINGLE.withDrift(Drift.REPAIR))
                .agreed("a")
                .cloud("a")
                .directory("drifted");
        MergeRig accepting = MergeRig.of(SINGLE.withDrift(Drift.ACCEPT))
                .agreed("a")
                .cloud("a")
                .directory("drifted");

        assertThat(values(rig.merge())).containsExactly("a");
        assertThat(accepting.merge().ruling()).isEqualTo(Ruling.KEPT);
        assertThat(accepting.merge(Pass.RECONCILIATION).ruling()).isEqualTo(Ruling.KEPT);
    }

    private static final MergeRig CONTESTED =
            MergeRig.of(SINGLE).agreed("was").cloud("c").directory("d");

    private static Merged resolved(MergeRig rig, Function<Conflict, Resolution> resolver) {
        MergeRig asking = new MergeRig(
                rig.rule().withAuthority(Authority.resolver("hr")),
                rig.agreed(),
                rig.cloud(),
                rig.former(),
                rig.directory(),
                rig.stated(),
                rig.changed(),
                rig.resolvers());
        return asking.resolver("hr", resolver).merge();
    }

    @Test
    void a_resolver_decides_for_either_side_or_for_values_of_its_own() {
        assertThat(values(resolved(CONTESTED, conflict -> new Resolution.Cloud())))
                .containsExactly("c");
        assertThat(values(resolved(CONTESTED, conflict -> new Resolution.Directory())))
                .containsExactly("d");
        Merged own = resolved(CONTESTED, conflict -> new Resolution.Values(texts("both")));
        assertThat(values(own)).containsExactly("both");
        assertThat(own.ruling()).isEqualTo(Ruling.CONFLICT);
        assertThat(own.reason()).contains("'hr'");
    }

    @Test
    void a_resolver_sees_both_sides_and_what_was_agreed() {
        // Asserted outside the resolver: what a resolver throws is caught.
        List<Conflict> seen = new ArrayList<>();
        resolved(CONTESTED.times(NOON, NOON.plusSeconds(1)), conflict -> {
            seen.add(conflict);
            return new Resolution.Cloud();
        });

        assertThat(seen).isNotEmpty().allSatisfy(conflict -> {
            assertThat(conflict.object()).isEqualTo(CloudObjectId.of("ada"));
            assertThat(conflict.cloud()).isEqualTo(texts("c"));
            assertThat(conflict.directory()).isEqualTo(texts("d"));
            assertThat(conflict.agreed()).contains(texts("was"));
            assertThat(conflict.attribute().value()).isEqualTo("extensionAttribute1");
        });
    }

    @Test
    void a_resolver_that_nobody_registered_changes_nothing_and_is_named() {
        Merged merged = MergeRig.of(SINGLE.withAuthority(Authority.resolver("hr")))
                .agreed("was")
                .cloud("c")
                .directory("d")
                .merge();

        assertThat(merged.ruling()).isEqualTo(Ruling.FAILED);
        assertThat(values(merged)).containsExactly("d");
        assertThat(merged.reason())
                .isEqualTo(
                        "The resolver 'hr' is not there; register it, or give extensionAttribute1 another authority.");
    }

    @Test
    void a_resolver_that_is_undecided_leaves_it_to_a_person() {
        Merged merged = resolved(CONTESTED, conflict -> new Resolution.Undecided());

        assertThat(merged.ruling()).isEqualTo(Ruling.PARKED);
        assertThat(values(merged)).containsExactly("d");
    }

    @Test
    void a_resolver_that_throws_changes_nothing_and_is_named() {
        Merged merged = resolved(CONTESTED, conflict -> {
            throw new IllegalStateException("secret of the host");
        });

        assertThat(merged.ruling()).isEqualTo(Ruling.FAILED);
        assertThat(values(merged)).containsExactly("d");
        assertThat(merged.reason())
                .contains("'hr'", "IllegalStateException", "extensionAttribute1")
                .doesNotContain("secret");
    }

    @Test
    void a_resolver_that_answers_in_two_ways_is_refused() {
        Iterator<Resolution> answers = List.<Resolution>of(new Resolution.Cloud(), new Resolution.Directory())
                .iterator();

        assertThat(resolved(CONTESTED, conflict -> answers.next()).reason()).contains("two different answers");
    }

    @Test
    void a_resolver_cannot_make_an_attribute_hold_what_it_cannot() {
        assertThat(resolved(CONTESTED, conflict -> new Resolution.Values(texts("a", "b")))
                        .ruling())
                .isEqualTo(Ruling.FAILED);
        assertThat(resolved(CONTESTED, conflict -> new Resolution.Values(texts("x".repeat(100_000))))
                        .ruling())
                .isEqualTo(Ruling.FAILED);
        MergeRig addresses = MergeRig.of(ADDRESSES)
                .agreed("SMTP:a@x.example")
                .cloud("SMTP:c@x.example")
                .directory("SMTP:d@x.example");
        assertThat(resolved(addresses, conflict -> new Resolution.Values(texts("smtp:c@x.example")))
                        .ruling())
                .isEqualTo(Ruling.FAILED);
        assertThat(resolved(addresses, conflict -> new Resolution.Values(texts("SMTP:e@x.example")))
                        .ruling())
                .isEqualTo(Ruling.CONFLICT);
    }
}
