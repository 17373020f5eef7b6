package dev.writeback.testkit.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.ObjectGuid;
import dev.writeback.testkit.directory.EntrySnapshot;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CloudMailboxTest {

    private static final AttributeName MANAGED = AttributeName.of("IsExchangeCloudManaged");

    @Test
    void a_change_states_what_was_said_and_that_the_cloud_manages_it() {
        CloudChange change = CloudMailbox.of("ada")
                .anchoredAt(new UUID(7, 1))
                .stating("CustomAttribute1", "R&D")
                .stating("EmailAddresses", "SMTP:ada@x", "smtp:al@x")
                .clearing("CustomAttribute2")
                .version(3)
                .change();

        assertThat(change)
                .isEqualTo(CloudChange.update(
                        change.id(),
                        3,
                        List.of(new Anchor.ImmutableId(new ObjectGuid(new UUID(7, 1)))),
                        Map.of(
                                MANAGED,
                                List.of(new AttributeValue.Flag(true)),
                                AttributeName.of("CustomAttribute1"),
                                List.of(AttributeValue.text("R&D")),
                                AttributeName.of("EmailAddresses"),
                                List.of(AttributeValue.text("SMTP:ada@x"), AttributeValue.text("smtp:al@x")),
                                AttributeName.of("CustomAttribute2"),
                                List.of())));
    }

    @Test
    void a_mailbox_that_is_varied_stays_as_it_was() {
        CloudMailbox ada = CloudMailbox.of("ada");
        CloudChange before = ada.change();

        CloudMailbox other =
                ada.stating("CustomAttribute1", "x").managedInDirectory().unversioned();

        assertThat(ada.change()).isEqualTo(before);
        assertThat(((CloudChange.Update) other.change()).attributes())
                .containsEntry(MANAGED, List.of(new AttributeValue.Flag(false)));
        assertThat(other.change().version()).isEmpty();
    }

    @Test
    void an_anchor_takes_the_place_of_one_of_its_kind() {
        CloudChange change = CloudMailbox.of("ada")
                .anchoredAt(new UUID(7, 1))
                .anchoredBy(new Anchor.ExternalDirectoryObjectId("User_ada"))
                .anchoredAt(new UUID(7, 2))
                .change();

        assertThat(((CloudChange.Update) change).anchors())
                .containsExactlyInAnyOrder(
                        new Anchor.ExternalDirectoryObjectId("User_ada"),
                        new Anchor.ImmutableId(new ObjectGuid(new UUID(7, 2))));
    }

    @Test
    void a_removal_has_the_version() {
        assertThat(CloudMailbox.of("ada").version(4).removal().version()).isEqualTo(OptionalLong.of(4));
    }

    @Test
    void the_guid_of_an_entry_in_memory_is_its_immutable_id() {
        try (InMemoryActiveDirectory directory =
                InMemoryActiveDirectory.builder().users(1).start()) {
            EntrySnapshot user = directory.user(0);

            CloudChange change =
                    CloudMailbox.of("ada").anchoredAt(user.objectGuid()).change();

            assertThat(((CloudChange.Update) change).anchors())
                    .containsExactly(new Anchor.ImmutableId(ObjectGuid.ofBase64(user.immutableId())));
        }
    }
}
