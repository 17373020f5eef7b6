package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ModificationType;
import dev.writeback.model.ObjectGuid;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest extends ScopeCases {

    private static final int MANY = 2_000;

    @Override
    Domain domain() throws LDAPException {
        return MemoryDomain.start();
    }

    @Test
    void more_members_than_an_answer_holds_are_read_in_ranges_and_not_again_until_the_group_changes()
            throws LDAPException {
        String[] users = new String[MANY];
        Set<ObjectGuid> ids = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            users[i] = dc.addUser("many" + i);
            ids.add(dc.guid(users[i]));
        }
        String group = group("many", users);
        assertThat(members(group)).isEqualTo(ids);

        MemoryDomain memory = (MemoryDomain) dc;
        memory.directory().resetCounts();
        assertThat(members(group)).isEqualTo(ids);
        assertThat(memory.directory().counts().total())
                .as("one search for the group and one for its number")
                .isEqualTo(2);

        modify(group, ModificationType.DELETE, users[7]);
        ids.remove(dc.guid(users[7]));
        assertThat(members(group)).isEqualTo(ids);
    }

    @Test
    void the_forest_is_told_by_the_root_entry() {
        assertThat(directory.forest()).isPresent();
    }
}
