package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Scope;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.engine.run.MapWatch;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.EntryPointer;
import dev.writeback.model.EntryPointer.Identified;
import dev.writeback.model.EntryPointer.Named;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Status;
import dev.writeback.spi.Holding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who takes part, while that changes from run to run. */
class ScopeTest {

    private static final String PEOPLE = "OU=People,DC=corp,DC=example";
    private static final String ELSEWHERE = "OU=Elsewhere,DC=corp,DC=example";
    private static final String PILOT = "CN=Pilot,OU=Groups,DC=corp,DC=example";
    private static final Scope PILOTS = new Scope(List.of(), List.of(new Named(Dn.of(PILOT))), Optional.empty());

    @AutoClose
    private final Rig rig = new Rig(4, Mailboxes.changes(4, 1, "x"));

    private final MapDirectory directory = rig.directory;

    @Test
    void a_member_that_joins_is_written_in_the_next_run_although_the_cloud_changed_nothing() {
        directory.place(PILOT);
        directory.members.add(Mailboxes.guid(0));
        try (Writeback scoped = scoped(PILOTS)) {
            assertThat(scoped.runOnce().counts().skipped()).isEqualTo(Map.of(SkipReason.NOT_IN_SCOPE, 3));
            directory.members.add(Mailboxes.guid(2));

            RunReport second = scoped.runOnce();

            assertThat(second.counts().written()).isEqualTo(1);
            assertThat(texts()).containsExactly("x", "", "x", "");
            assertThat(states()).containsEntry(Holding.State.OUT_OF_SCOPE, 2L).containsEntry(Holding.State.RESTING, 2L);
        }
    }

    @Test
    void a_member_that_leaves_is_left_as_it_is_and_told_once_whatever_process_looks() {
        directory.place(PILOT);
        directory.members.addAll(List.of(Mailboxes.guid(0), Mailboxes.guid(1)));
        try (Writeback scoped = scoped(PILOTS)) {
            scoped.runOnce();
        }
        directory.members.remove(Mailboxes.guid(1));
        int told = rig.statuses.all.size();
        try (Writeback another = scoped(PILOTS)) {
            RunReport report = another.runOnce();
            assertThat(report.counts().skipped()).isEqualTo(Map.of(SkipReason.NOT_IN_SCOPE, 1));
            assertThat(rig.statuses.all).hasSize(told + 1);
            assertThat(rig.statuses.last(1)).extracting(ScopeTest::skipReason).isEqualTo("NotInScope");
        }
        try (Writeback third = scoped(PILOTS)) {
            directory.members.add(Mailboxes.guid(3));
            third.runOnce();
            assertThat(rig.statuses.all).as("only the one that joined is told").hasSize(told + 2);
        }
        assertThat(texts()).containsExactly("x", "x", "", "x");
    }

    @Test
    void what_changes_in_the_cloud_while_an_object_is_out_of_scope_is_written_when_it_returns() {
        directory.place(PILOT);
        directory.members.add(Mailboxes.guid(0));
        try (Writeback scoped = scoped(PILOTS)) {
            scoped.runOnce();
            directory.members.clear();
            scoped.runOnce();
            rig.source.page(List.of(Mailboxes.change(0, 2, "CustomAttribute1", "y")));
            assertThat(scoped.runOnce().counts().written()).isZero();
            assertThat(texts().get(0)).isEqualTo("x");
            directory.members.add(Mailboxes.guid(0));

            scoped.runOnce();

            assertThat(texts().get(0)).isEqualTo("y");
        }
    }

    @Test
    void nothing_is_looked_up_where_nothing_that_decides_has_changed() {
        directory.place(PILOT);
        directory.members.add(Mailboxes.guid(0));
        try (Writeback scoped = scoped(PILOTS)) {
            scoped.runOnce();
            int before = directory.lookups.get();
            scoped.runOnce();
            scoped.runOnce();
            assertThat(directory.lookups.get()).isEqualTo(before);
        }
    }

    @Test
    void an_organizational_unit_stays_in_scope_when_it_is_renamed() {
        EntryId people = directory.place(PEOPLE);
        try (Writeback scoped = scoped(new Scope(List.of(people.dn())))) {
            scoped.runOnce();
            rename(people, "OU=Staff,DC=corp,DC=example");
            directory.move(0, "OU=Staff,DC=corp,DC=example");
            rig.source.page(List.of(Mailboxes.change(0, 2, "CustomAttribute1", "y")));

            assertThat(scoped.runOnce().ending()).isEqualTo(Ending.COMPLETED);

            assertThat(texts().get(0)).isEqualTo("y");
        }
    }

    @Test
    void a_run_stops_where_what_the_scope_names_is_gone_and_takes_nothing_for_out_of_scope() {
        EntryId people = directory.place(PEOPLE);
        try (Writeback scoped = scoped(new Scope(List.of(people.dn())))) {
            scoped.runOnce();
            directory.places.clear();
            rig.source.page(List.of(Mailboxes.change(0, 2, "CustomAttribute1", "y")));

            RunReport report = scoped.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.DIRECTORY_UNREACHABLE);
            assertThat(report.problem().orElseThrow().code()).isEqualTo(ErrorCode.SCOPE_UNRESOLVED);
            assertThat(report.problem().orElseThrow().reason())
                    .isEqualTo(
                            "The organizational unit %s of the scope cannot be found: it is gone or renamed, or the account may not see it."
                                    .formatted(PEOPLE));
            assertThat(report.counts().skippedInAll()).isZero();
            assertThat(texts().get(0)).isEqualTo("x");
        }
    }

    @Test
    void a_run_stops_where_another_unit_has_the_name_of_the_one_that_was_in_scope() {
        EntryId people = directory.place(PEOPLE);
        try (Writeback scoped = scoped(new Scope(List.of(people.dn())))) {
            scoped.runOnce();
            rename(people, "OU=Former,DC=corp,DC=example");
            directory.places.put(new Named(people.dn()), new EntryId(new ObjectGuid(new UUID(1, 1)), people.dn()));

            RunReport report = scoped.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.DIRECTORY_UNREACHABLE);
            assertThat(report.problem().orElseThrow().toString())
                    .contains("is called OU=Former,DC=corp,DC=example by now, and another entry has its name")
                    .contains("<GUID=" + people.guid() + ">");
        }
    }

    @Test
    void a_unit_that_was_made_anew_under_its_name_counts_once_the_old_one_is_gone() {
        EntryId people = directory.place(PEOPLE);
        try (Writeback scoped = scoped(new Scope(List.of(people.dn())))) {
            scoped.runOnce();
            directory.places.clear();
            EntryId anew = new EntryId(new ObjectGuid(new UUID(1, 1)), people.dn());
            directory.places.put(new Named(people.dn()), anew);
            directory.places.put(new Identified(anew.guid()), anew);

            assertThat(scoped.runOnce().ending()).isEqualTo(Ending.COMPLETED);
        }
    }

    @Test
    void an_entry_that_is_moved_in_or_out_is_seen_by_the_watch() {
        MapWatch.of(directory);
        directory.move(0, ELSEWHERE);
        EntryPointer people = new Identified(directory.place(PEOPLE).guid());
        try (Writeback scoped = scoped(new Scope(List.of(people), List.of(), Optional.empty()))) {
            scoped.runOnce();
            assertThat(texts()).containsExactly("", "x", "x", "x");
            directory.move(0, PEOPLE);
            directory.move(1, ELSEWHERE);

            RunReport report = scoped.runOnce();

            assertThat(report.counts().written()).isEqualTo(1);
            assertThat(report.counts().skipped()).isEqualTo(Map.of(SkipReason.NOT_IN_SCOPE, 1));
            assertThat(texts()).containsExactly("x", "x", "x", "x");
        }
    }

    @Test
    void entries_whose_unit_is_moved_in_or_out_are_looked_at_though_they_did_not_change() {
        directory.place(PEOPLE);
        directory.move(0, ELSEWHERE);
        ObjectGuid sales = new ObjectGuid(new UUID(2, 2));
        try (Writeback scoped = scoped(new Scope(List.of(Dn.of(PEOPLE))))) {
            scoped.runOnce();
            directory.units.add(sales);
            directory.move(0, "OU=Sales," + PEOPLE);
            scoped.runOnce();
            assertThat(texts().get(0)).isEqualTo("x");
            directory.units.remove(sales);
            directory.move(0, "OU=Sales,DC=corp,DC=example");

            RunReport report = scoped.runOnce();

            assertThat(report.counts().skipped()).isEqualTo(Map.of(SkipReason.NOT_IN_SCOPE, 1));
        }
    }

    @Test
    void an_entry_that_comes_to_meet_the_filter_is_written() {
        MapWatch.of(directory);
        directory.meeting.add(Mailboxes.guid(0));
        Scope filtered = new Scope(List.of(), List.of(), Optional.of("(department=Sales)"));
        try (Writeback scoped = scoped(filtered)) {
            scoped.runOnce();
            assertThat(texts()).containsExactly("x", "", "", "");
            directory.meeting.add(Mailboxes.guid(1));
            directory.set(1, "department", "Sales");

            scoped.runOnce();

            assertThat(texts()).containsExactly("x", "x", "", "");
        }
    }

    @Test
    void another_scope_takes_a_look_at_everything_that_is_known() {
        directory.place(PEOPLE);
        directory.place(PILOT);
        try (Writeback narrow = scoped(PILOTS)) {
            narrow.runOnce();
            assertThat(texts()).containsOnly("");
        }
        try (Writeback wide = scoped(new Scope(List.of(Dn.of(PEOPLE))))) {
            assertThat(wide.runOnce().counts().written()).isEqualTo(4);
        }
        try (Writeback narrow = scoped(PILOTS)) {
            assertThat(narrow.runOnce().counts().skipped()).isEqualTo(Map.of(SkipReason.NOT_IN_SCOPE, 4));
        }
        try (Writeback unlimited = scoped(Scope.everything())) {
            unlimited.runOnce();
            assertThat(states()).isEqualTo(Map.of(Holding.State.RESTING, 4L));
        }
    }

    private void rename(EntryId place, String name) {
        directory.places.remove(new Named(place.dn()));
        EntryId renamed = new EntryId(place.guid(), Dn.of(name));
        directory.places.put(new Identified(place.guid()), renamed);
        directory.places.put(new Named(renamed.dn()), renamed);
    }

    private Writeback scoped(Scope scope) {
        return rig.builder().scope(scope).build();
    }

    private List<String> texts() {
        return List.of(0, 1, 2, 3).stream()
                .map(number -> directory.text(number, "extensionAttribute1"))
                .toList();
    }

    private Map<Holding.State, Long> states() {
        return rig.store.records().holdings().count();
    }

    private static @Nullable String skipReason(Status status) {
        return status.steps().stream()
                .map(step -> step.details().get("SkipReason"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
