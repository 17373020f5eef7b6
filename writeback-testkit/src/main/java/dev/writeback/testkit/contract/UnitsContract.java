package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.EntryPointer;
import dev.writeback.model.EntryPointer.Identified;
import dev.writeback.model.EntryPointer.Named;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.ResolvedScope;
import dev.writeback.spi.ScopeConditions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What a {@link DirectorySink} must do whose scope may be limited by organizational units, which every sink's may that has
 * entries for them. A test extends it beside {@link DirectorySinkContract}.
 */
public abstract class UnitsContract extends ScopeFixture {

    /** For those who extend it. */
    protected UnitsContract() {}

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
    void a_directory_that_cannot_be_reached_leaves_the_scope_open() {
        EntryId unit = directory.addUnit("Sales");
        assertOpenWhenUnreachable(new ScopeConditions(List.of(new Named(unit.dn())), List.of(), Optional.empty()));
    }

    private ResolvedScope units(EntryPointer... pointers) {
        return resolved(new ScopeConditions(List.of(pointers), List.of(), Optional.empty()));
    }
}
