package dev.writeback.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Modification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortValuesTest {

    private static final EntryId ENTRY = new EntryId(ObjectGuid.ofBytes(new byte[16]), Dn.of("CN=Ada,DC=x"));

    @Test
    void a_write_has_something_to_write() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EntryWrite(ENTRY, "dc1", List.of()))
                .withMessage("there is nothing to write to CN=Ada,DC=x");
    }

    @Test
    void a_write_modifies_each_attribute_once_in_whatever_case() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EntryWrite(ENTRY, "dc1", List.of(set("mail"), set("MAIL"))))
                .withMessage("an attribute of CN=Ada,DC=x is modified twice");
        assertThat(new EntryWrite(ENTRY, "dc1", List.of(set("mail"), set("title"))).modifications())
                .hasSize(2);
    }

    @Test
    void a_write_keeps_what_it_was_made_of() {
        List<Modification> modifications = new ArrayList<>(List.of(set("mail")));
        EntryWrite write = new EntryWrite(ENTRY, "dc1", modifications);
        modifications.clear();
        assertThat(write.modifications()).containsExactly(set("mail"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void a_claim_is_for_one_item_or_more(int atMost) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Claim.Next(atMost, Instant.EPOCH))
                .withMessage("a claim is for 1 item or more, not " + atMost);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Claim.Overdue(atMost, Instant.EPOCH))
                .withMessage("a claim is for 1 item or more, not " + atMost);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Claim.Held(atMost))
                .withMessage("a claim is for 1 item or more, not " + atMost);
    }

    @Test
    void claims_and_selections_keep_what_they_were_made_of() {
        List<CloudObjectId> ids = new ArrayList<>(List.of(CloudObjectId.of("ada")));
        Claim.Objects claim = new Claim.Objects(ids);
        Selection.Objects selection = new Selection.Objects(ids);
        ids.clear();
        assertThat(claim.ids()).containsExactly(CloudObjectId.of("ada"));
        assertThat(selection.ids()).containsExactly(CloudObjectId.of("ada"));
    }

    @Test
    void a_cursor_has_1_to_4194304_characters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cursor(""))
                .withMessage("a cursor is empty; there is no cursor before the first page");
        assertThat(new Cursor("a".repeat(4_194_304)).value()).hasSize(4_194_304);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cursor("a".repeat(4_194_305)))
                .withMessage("a cursor has 4194305 characters; it may have 4194304");
    }

    @Test
    void requests_keep_what_they_were_made_of_in_its_order() {
        List<Anchor> anchors = new ArrayList<>(List.of(new Anchor.ExternalDirectoryObjectId("User_1")));
        Map<AttributeName, AttributeSyntax> attributes =
                new HashMap<>(Map.of(AttributeName.of("mail"), AttributeSyntax.CASE_IGNORE));
        LookupRequest lookup = new LookupRequest(List.of(anchors), attributes);
        CheckRequest check = new CheckRequest(attributes, List.of(), Instant.EPOCH);
        anchors.clear();
        attributes.clear();
        assertThat(lookup.anchors().get(0)).hasSize(1);
        assertThat(lookup.attributes()).containsOnlyKeys(AttributeName.of("MAIL"));
        assertThat(check.writes()).containsOnlyKeys(AttributeName.of("MAIL"));
    }

    @Test
    void an_item_that_is_released_changes_nothing() {
        WorkItem item = new WorkItem(CloudObject.unknown(CloudObjectId.of("ada")), Baseline.none(), 1, 0, List.of());
        Settlement released = Settlement.released(item);
        assertThat(released.item()).isEqualTo(item);
        assertThat(released.end()).isEqualTo(new Settlement.Released());
        assertThat(released.baseline()).isEmpty();
        assertThat(released.status()).isEmpty();
    }

    @Test
    void an_item_waits_for_each_object_once_and_for_one_at_least() {
        CloudObjectId ada = CloudObjectId.of("ada");
        CloudObjectId bob = CloudObjectId.of("bob");
        assertThat(new Settlement.Waiting(Instant.EPOCH, List.of(bob, ada, bob)).objects())
                .containsExactly(bob, ada);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settlement.Waiting(Instant.EPOCH, List.of()))
                .withMessage("an item waits for one object or more, not for none");
    }

    @Test
    void what_is_as_it_should_be_asks_for_nothing() {
        Finding finding = Finding.ok("sign-in", "The account is accepted.");
        assertThat(finding.level()).isEqualTo(Finding.Level.OK);
        assertThat(finding.action()).isEmpty();
    }

    @Test
    void a_store_exception_carries_the_database_error_beneath() {
        IllegalStateException beneath = new IllegalStateException("disk full");
        assertThat(new StoreException("The store cannot be written.", beneath))
                .hasMessage("The store cannot be written.")
                .hasCause(beneath);
    }

    private static Modification set(String attribute) {
        return new Modification(AttributeName.of(attribute), List.of(), List.of(AttributeValue.text("a")));
    }
}
