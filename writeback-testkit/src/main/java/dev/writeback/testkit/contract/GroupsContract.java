package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What a {@link DirectorySink} must do whose scope may be limited by groups. A test extends it beside {@link
 * DirectorySinkContract}; a sink that knows no groups says so when it is asked, and has nothing to prove.
 */
public abstract class GroupsContract extends ScopeFixture {

    /** For those who extend it. */
    protected GroupsContract() {}

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
    }

    @Test
    void a_group_is_found_by_its_name_and_by_its_id_and_one_that_is_not_there_is_left_out() {
        EntryId group = directory.group("staff", List.of(ada));
        Identified identified = new Identified(group.guid());
        Identified nobody = new Identified(new ObjectGuid(new UUID(3, 4)));
        assertThat(members(identified))
                .as("members of a group that is named by its id")
                .containsExactly(ada);
        assertThat(members(new Named(group.dn())))
                .as("members of the same by name")
                .containsExactly(ada);
        assertThat(groups(identified, nobody).places().keySet())
                .as("groups that were found; one that is not stops the run, as if found it would have all leave")
                .containsExactly(identified);
    }

    @Test
    void a_group_without_members_has_none() {
        assertThat(members(new Named(directory.group("empty", List.of()).dn())))
                .as("members of a group without members")
                .isEmpty();
    }

    @Test
    void a_directory_that_cannot_be_reached_leaves_the_scope_open() {
        EntryId group = directory.group("staff", List.of(ada));
        assertOpenWhenUnreachable(
                new ScopeConditions(List.of(), List.of(new Identified(group.guid())), Optional.empty()));
    }

    private Set<ObjectGuid> members(EntryId group) {
        return members(new Named(group.dn()));
    }

    private Set<ObjectGuid> members(EntryPointer group) {
        return groups(group).membership().entries();
    }

    private ResolvedScope groups(EntryPointer... groups) {
        return resolved(new ScopeConditions(List.of(), List.of(groups), Optional.empty()));
    }
}
