package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.EntryPointer;
import dev.writeback.model.EntryPointer.Identified;
import dev.writeback.model.EntryPointer.Named;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.FilterMatch;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.ResolvedScope;
import dev.writeback.spi.ScopeConditions;
import dev.writeback.spi.ScopeRead;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a {@link DirectorySink} must do that tells what a scope comes to: organizational units, groups and filters. A test of
 * such a sink extends it beside {@link DirectorySinkContract}. A sink that knows no groups, or no filters, has nothing to
 * prove here: it leaves {@link DirectorySink#scope} as it is, and says so when it is asked.
 */
public abstract class ScopeContract {

    private ScopedDirectory directory;
    private DirectorySink sink;
    private ObjectGuid ada;
    private ObjectGuid bob;

    /** For those who extend it. */
    protected ScopeContract() {}

    /** A directory for one test. */
    protected abstract ScopedDirectory open();

    @BeforeEach
    void addTwoEntries() {
        directory = open();
        sink = directory.sink();
        ada = directory.add("ada");
        bob = directory.add("bob");
        directory.set(ada, SinkCall.ONE, SinkCall.texts("Sales"));
        directory.set(bob, SinkCall.ONE, SinkCall.texts("R*D"));
    }

    @AfterEach
    void closeDirectory() {
        directory.close();
    }

    @Test
    void a_unit_is_found_by_its_name_and_by_its_id() {
        EntryId unit = directory.addUnit("Sales");
        Named named = new Named(unit.dn());
        Identified identified = new Identified(unit.guid());
        ResolvedScope scope = units(named, identified);
        assertThat(scope.places().keySet())
                .as("units that were found; one that is not stops the run, or leaves all of its people out")
                .containsExactlyInAnyOrder(named, identified);
        assertThat(scope.units()).as("the ids of the units").containsExactly(unit.guid());
    }

    @Test
    void a_unit_that_was_renamed_is_found_by_its_id_and_not_by_its_old_name() {
        EntryId unit = directory.addUnit("Sales");
        directory.renameUnit(unit, "Trade");
        Named named = new Named(unit.dn());
        Identified identified = new Identified(unit.guid());
        ResolvedScope scope = units(named, identified);
        assertThat(scope.places().keySet())
                .as("what is found of a unit that was renamed, by its old name and by its id")
                .containsExactly(identified);
        assertThat(scope.places().values())
                .as("where it is now; its people are told by that name")
                .extracting(EntryId::dn)
                .doesNotContain(unit.dn());
    }

    @Test
    void a_unit_that_is_not_there_is_left_out_whatever_its_name_looks_like() {
        EntryId unit = directory.addUnit("Sales");
        Dn above = Dn.of(unit.dn().value().substring(unit.dn().value().indexOf(',') + 1));
        ResolvedScope scope = units(
                new Named(Dn.of("OU=Nowhere," + above)),
                new Named(Dn.of("OU=*," + above)),
                new Named(Dn.of("OU=\\2a)(objectClass=\\2a," + above)),
                new Named(Dn.of("OU=Sales,DC=elsewhere,DC=test")),
                new Identified(new ObjectGuid(new UUID(3, 4))));
        assertThat(scope.places())
                .as("what is found of units that there are not; a name that is taken for a pattern widens the scope")
                .isEmpty();
        assertThat(scope.units()).as("their ids").isEmpty();
    }

    @Test
    void members_count_by_way_of_groups_within_groups_even_if_they_form_a_circle() {
        EntryId inner = directory.group("inner", List.of(bob));
        EntryId outer = directory.group("outer", List.of(ada, inner.guid()));
        directory.group("inner", List.of(bob, outer.guid()));
        assertThat(members(outer)).as("members of a group in a circle").contains(ada, bob);
        directory.group("inner", List.of(outer.guid()));
        assertThat(members(outer))
                .as("members after one was taken out of the inner group; who left is written to for ever otherwise")
                .contains(ada)
                .doesNotContain(bob);
        directory.group("outer", List.of());
        assertThat(members(outer)).as("members of a group without members").isEmpty();
    }

    @Test
    void an_entry_meets_the_filter_or_fails_it_and_an_escaped_star_is_a_star() {
        assertThat(matches("(extensionAttribute1=Sales)"))
                .as("whether the entries that hold Sales and R*D are in Sales")
                .containsExactly(FilterMatch.MEETS, FilterMatch.FAILS);
        assertThat(matches("(extensionAttribute1=R\\2aD)"))
                .as("whether they are in R*D")
                .containsExactly(FilterMatch.FAILS, FilterMatch.MEETS);
        assertThat(matches("(&(extensionAttribute1=*)(!(extensionAttribute1=Sales)))"))
                .as("whether they are in something else than Sales")
                .containsExactly(FilterMatch.FAILS, FilterMatch.MEETS);
    }

    @Test
    void a_filter_that_cannot_be_read_is_refused_when_the_scope_is_asked_for() {
        ScopeRead read =
                sink.scope(new ScopeConditions(List.of(), List.of(), Optional.of("(extensionAttribute1=Sales")));
        assertThat(read)
                .as("what comes of a filter without its last bracket; taken for none, everybody is in scope")
                .isInstanceOf(ScopeRead.Unresolved.class);
        assertThat(((ScopeRead.Unresolved) read).problem().code()).isEqualTo(ErrorCode.SCOPE_UNRESOLVED);
    }

    @Test
    void a_directory_that_cannot_be_reached_leaves_the_scope_open() {
        EntryId unit = directory.addUnit("Sales");
        EntryId group = directory.group("staff", List.of(ada));
        ScopeConditions conditions = new ScopeConditions(
                List.of(new Named(unit.dn())), List.of(new Identified(group.guid())), Optional.empty());
        try (DirectorySink unreachable = directory.unreachable()) {
            assertThat(unreachable.scope(conditions))
                    .as(
                            "the scope in a directory that nobody can reach; without its people it looks as if all had left")
                    .satisfiesAnyOf(
                            it -> assertThat(it).isInstanceOf(ScopeRead.Unresolved.class),
                            it -> assertThat(((ScopeRead.Resolved) it).scope().gap())
                                    .isPresent());
        }
    }

    private ResolvedScope units(EntryPointer... pointers) {
        return resolved(new ScopeConditions(List.of(pointers), List.of(), Optional.empty()));
    }

    private Set<ObjectGuid> members(EntryId group) {
        return resolved(new ScopeConditions(List.of(), List.of(new Named(group.dn())), Optional.empty()))
                .membership()
                .entries();
    }

    private ResolvedScope resolved(ScopeConditions conditions) {
        ScopeRead read = sink.scope(conditions);
        assertThat(read).as("what comes of %s", conditions).isInstanceOf(ScopeRead.Resolved.class);
        return ((ScopeRead.Resolved) read).scope();
    }

    private List<FilterMatch> matches(String filter) {
        LookupRequest request = new LookupRequest(
                List.of(List.of(SinkCall.immutableId(ada)), List.of(SinkCall.immutableId(bob))),
                Map.of(),
                Set.of(),
                List.of(),
                List.of(),
                Optional.of(filter));
        return sink.lookup(request).stream()
                .map(it -> {
                    assertThat(it).as("the outcome of a lookup with a filter").isInstanceOf(LookupOutcome.Found.class);
                    return ((LookupOutcome.Found) it).match();
                })
                .toList();
    }
}
