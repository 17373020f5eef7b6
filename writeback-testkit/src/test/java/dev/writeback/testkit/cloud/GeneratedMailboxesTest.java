package dev.writeback.testkit.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.model.Anchor;
import dev.writeback.model.CloudChange;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.SourceRead;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GeneratedMailboxesTest {

    private static List<CloudChange> all(ScriptedCloud cloud, @Nullable Cursor from) {
        List<CloudChange> changes = new ArrayList<>();
        SourceRead.Page page = (SourceRead.Page) cloud.read(from);
        changes.addAll(page.changes());
        while (page.rest() == SourceRead.Rest.MORE) {
            page = (SourceRead.Page) cloud.read(page.next());
            changes.addAll(page.changes());
        }
        return changes;
    }

    @Test
    void the_same_seed_states_the_same_and_another_one_something_else() {
        List<CloudChange> once = all(ScriptedCloud.generated(7, 1_234), null);
        assertThat(once).hasSize(1_234).isEqualTo(all(ScriptedCloud.generated(7, 1_234), null));
        assertThat(once).extracting(CloudChange::id).doesNotHaveDuplicates();
        assertThat(once).doesNotContainAnyElementsOf(all(ScriptedCloud.generated(8, 1_234), null));
    }

    @Test
    void a_share_changes_in_each_cycle_and_the_others_say_nothing() {
        GeneratedMailboxes mailboxes = GeneratedMailboxes.of(3, 20_000).changing(0.1);
        ScriptedCloud cloud = ScriptedCloud.empty().states(mailboxes);
        assertThat(all(cloud, null)).hasSize(20_000);
        cloud.changes(mailboxes, 1).changes(mailboxes, 2);
        List<CloudChange> changed = all(cloud, new Cursor("40"));
        assertThat(changed).hasSizeBetween(3_800, 4_200);
        assertThat(changed).extracting(CloudChange::version).containsOnly(OptionalLong.of(2), OptionalLong.of(3));
        assertThat(mailboxes.cycle(1))
                .containsExactlyElementsOf(changed.stream()
                        .filter(change -> change.version().equals(OptionalLong.of(2)))
                        .toList());
        assertThat(mailboxes.cycle(1).map(CloudChange::id).toList())
                .isNotEqualTo(mailboxes.cycle(2).map(CloudChange::id).toList());
    }

    @Test
    void each_belongs_to_the_user_of_its_number_in_a_directory_in_memory() {
        try (InMemoryActiveDirectory directory =
                InMemoryActiveDirectory.builder().users(20).start()) {
            for (int number = 0; number < 20; number++) {
                CloudChange.Update change =
                        (CloudChange.Update) GeneratedMailboxes.of(1, 20).change(number, 0);
                byte[] consistency =
                        directory.user(number).octets("mS-DS-ConsistencyGuid").get(0);
                assertThat(change.anchors()).containsExactly(new Anchor.ImmutableId(ObjectGuid.ofBytes(consistency)));
            }
        }
    }

    @Test
    void they_are_tied_to_entries_as_the_test_says() {
        GeneratedMailboxes mailboxes = GeneratedMailboxes.of(1, 3)
                .anchoredBy(number -> new Anchor.ImmutableId(new ObjectGuid(new UUID(9, number))))
                .inDomain("contoso.example");
        CloudChange.Update change = (CloudChange.Update) mailboxes.change(2, 0);
        assertThat(change.anchors()).containsExactly(new Anchor.ImmutableId(new ObjectGuid(new UUID(9, 2))));
        assertThat(change.attributes().toString()).contains("SMTP:user000002@contoso.example");
    }

    @Test
    void pages_are_as_large_as_the_test_says() {
        ScriptedCloud cloud =
                ScriptedCloud.empty().states(GeneratedMailboxes.of(1, 25).perPage(10));
        assertThat(((SourceRead.Page) cloud.read(new Cursor("2"))).changes()).hasSize(5);
        assertThat(all(ScriptedCloud.generated(1, 0), null)).isEmpty();
        assertThat(GeneratedMailboxes.of(1, 25).count()).isEqualTo(25);
        assertThatThrownBy(() -> GeneratedMailboxes.of(1, -1))
                .hasMessage("there cannot be -1 mailboxes; say 0 or more");
        assertThatThrownBy(() -> GeneratedMailboxes.of(1, 1).perPage(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GeneratedMailboxes.of(1, 1).changing(2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void there_is_none_behind_the_last_and_no_cycle_before_the_first() {
        GeneratedMailboxes ten = GeneratedMailboxes.of(1, 10);
        assertThatThrownBy(() -> ten.change(5_000, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no mailbox 5000; there are 10, from 0 on");
        assertThatThrownBy(() -> ten.id(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ten.isChanged(10, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ten.change(5, -3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no cycle -3; the first is 0");
        assertThatThrownBy(() -> ten.cycle(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ten.isChanged(5, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ScriptedCloud.empty().changes(ten, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
