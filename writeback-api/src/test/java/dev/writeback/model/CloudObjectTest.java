package dev.writeback.model;

import static dev.writeback.model.Values.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CloudObjectTest {

    private static final AttributeName ALIAS = AttributeName.of("Alias");
    private static final AttributeName MAIL = AttributeName.of("WindowsEmailAddress");
    private static final Anchor USER_1 = new Anchor.ExternalDirectoryObjectId("User_1");
    private static final Anchor USER_2 = new Anchor.ExternalDirectoryObjectId("User_2");

    @Test
    void of_an_unknown_object_nothing_is_stated_and_it_is_not_removed() {
        CloudObject unknown = CloudObject.unknown(ID);
        assertThat(unknown.stated(ALIAS)).isEmpty();
        assertThat(unknown.anchorValues()).isEmpty();
        assertThat(unknown.isRemoved()).isFalse();
    }

    @Test
    void the_newer_statement_of_each_attribute_wins_whichever_comes_first() {
        CloudChange older = update(1, Map.of(ALIAS, text("ada"), MAIL, text("ada@x")));
        CloudChange newer = update(2, Map.of(ALIAS, text("al")));
        CloudObject joined = CloudObject.of(older).join(newer);
        assertThat(joined).isEqualTo(CloudObject.of(newer).join(older));
        assertThat(joined.stated(ALIAS)).contains(text("al"));
        assertThat(joined.stated(MAIL)).contains(text("ada@x"));
        assertThat(joined.seen()).isEqualTo(Version.of(2));
    }

    @Test
    void absent_and_empty_are_two_things() {
        CloudObject object = CloudObject.of(update(1, Map.of(ALIAS, List.of())));
        assertThat(object.stated(ALIAS)).contains(List.of());
        assertThat(object.stated(MAIL)).isEmpty();
    }

    @Test
    void attributes_are_found_in_whatever_case_they_are_asked_for() {
        CloudObject object = CloudObject.of(update(1, Map.of(ALIAS, text("ada"))));
        assertThat(object.stated(AttributeName.of("ALIAS"))).contains(text("ada"));
    }

    @Test
    void the_newer_anchor_of_a_kind_wins() {
        CloudObject object = CloudObject.of(CloudChange.update(ID, 2, List.of(USER_2), Map.of()))
                .join(CloudChange.update(ID, 1, List.of(USER_1), Map.of()));
        assertThat(object.anchorValues()).containsExactly(USER_2);
    }

    @Test
    void anchors_come_in_the_order_of_their_kinds() {
        Anchor dn = new Anchor.DistinguishedName(Dn.of("CN=Ada,DC=x"));
        Anchor guid = new Anchor.ImmutableId(ObjectGuid.ofBase64("q83vEjRWeJCrze8SNFZ4kA=="));
        CloudObject object = CloudObject.of(CloudChange.update(ID, 1, List.of(dn, USER_1, guid), Map.of()));
        assertThat(object.anchorValues()).containsExactly(guid, USER_1, dn);
    }

    @Test
    void a_removal_voids_what_is_older_whenever_it_comes() {
        CloudChange removal = CloudChange.removal(ID, 5);
        CloudChange older = CloudChange.update(ID, 4, List.of(USER_1), Map.of(ALIAS, text("ada")));
        for (CloudObject gone : List.of(
                CloudObject.of(older).join(removal), CloudObject.of(removal).join(older))) {
            assertThat(gone.isRemoved()).isTrue();
            assertThat(gone.attributes()).isEmpty();
            assertThat(gone.anchors()).isEmpty();
        }
    }

    @Test
    void a_removal_voids_what_has_its_own_version() {
        CloudObject gone = CloudObject.of(update(5, Map.of(ALIAS, text("ada")))).join(CloudChange.removal(ID, 5));
        assertThat(gone.isRemoved()).isTrue();
        assertThat(gone.attributes()).isEmpty();
    }

    @Test
    void an_object_that_comes_back_has_only_what_was_stated_since() {
        CloudObject back = CloudObject.of(update(4, Map.of(ALIAS, text("ada"), MAIL, text("ada@x"))))
                .join(CloudChange.removal(ID, 5))
                .join(update(6, Map.of(ALIAS, text("al"))));
        assertThat(back.isRemoved()).isFalse();
        assertThat(back.stated(ALIAS)).contains(text("al"));
        assertThat(back.stated(MAIL)).isEmpty();
    }

    @Test
    void without_versions_the_order_of_arrival_counts() {
        CloudObject object =
                CloudObject.of(unversioned(Map.of(ALIAS, text("b")))).join(unversioned(Map.of(ALIAS, text("a"))));
        assertThat(object.stated(ALIAS)).contains(text("a"));
        CloudObject gone = object.join(new CloudChange.Removal(ID, OptionalLong.empty()));
        assertThat(gone.isRemoved()).isTrue();
        assertThat(gone.join(unversioned(Map.of(ALIAS, text("c")))).isRemoved()).isFalse();
    }

    @Test
    void a_change_without_a_version_is_newer_than_all_before_it_and_older_than_the_next_version() {
        CloudObject object = CloudObject.of(update(17, Map.of(ALIAS, text("a"))))
                .join(unversioned(Map.of(ALIAS, text("b"))))
                .join(update(17, Map.of(ALIAS, text("z"))));
        assertThat(object.stated(ALIAS)).contains(text("b"));
        assertThat(object.join(update(18, Map.of(ALIAS, text("c")))).stated(ALIAS))
                .contains(text("c"));
    }

    @Test
    void the_smallest_version_there_is_states_something_too() {
        CloudObject object = CloudObject.of(update(Long.MIN_VALUE, Map.of(ALIAS, text("ada"))));
        assertThat(object.stated(ALIAS)).contains(text("ada"));
        assertThat(CloudObject.of(CloudChange.removal(ID, Long.MIN_VALUE)).isRemoved())
                .isTrue();
    }

    @Test
    void two_objects_do_not_join() {
        CloudObjectId other = CloudObjectId.of("another");
        CloudObject object = CloudObject.unknown(ID);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> object.join(CloudObject.unknown(other)))
                .withMessage("objects %s and another do not join", ID);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> object.join(CloudChange.update(other, 1, List.of(), Map.of())));
        assertThatIllegalArgumentException().isThrownBy(() -> object.join(CloudChange.removal(other, 1)));
    }

    @Test
    void two_statements_of_one_version_join_alike_in_either_order_although_they_read_alike() {
        CloudChange number = update(1, Map.of(ALIAS, List.of(AttributeValue.whole(5))));
        CloudChange text = update(1, Map.of(ALIAS, text("5")));
        assertThat(CloudObject.of(number).join(text))
                .isEqualTo(CloudObject.of(text).join(number));
        CloudChange pair = update(1, Map.of(ALIAS, List.of(AttributeValue.text("a"), AttributeValue.text("b"))));
        CloudChange single = update(1, Map.of(ALIAS, text("a, b")));
        assertThat(CloudObject.of(pair).join(single))
                .isEqualTo(CloudObject.of(single).join(pair));
    }

    @Test
    void a_state_put_together_by_hand_obeys_the_same_rules() {
        Stated<List<AttributeValue>> stated = new Stated<>(Version.of(3), text("ada"));
        CloudObject voided = new CloudObject(ID, Map.of(), Map.of(ALIAS, stated), Version.of(3), Version.of(3));
        assertThat(voided.attributes()).isEmpty();
        assertThat(voided).isEqualTo(voided.join(voided));
        CloudObject unseen = new CloudObject(ID, Map.of(), Map.of(ALIAS, stated), Version.NONE, Version.of(2));
        assertThat(unseen.seen()).isEqualTo(Version.of(3));
        assertThat(unseen.isRemoved()).isFalse();
    }

    @Test
    void an_anchor_kept_under_another_kind_is_refused() {
        Map<Anchor.Kind, Stated<Anchor>> anchors =
                Map.of(Anchor.Kind.IMMUTABLE_ID, new Stated<>(Version.of(1), USER_1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CloudObject(ID, anchors, Map.of(), Version.of(1), Version.NONE));
    }

    @Test
    void what_was_put_in_can_change_afterwards_and_the_object_does_not() {
        List<AttributeValue> values = new ArrayList<>(text("ada"));
        Map<AttributeName, Stated<List<AttributeValue>>> attributes =
                new HashMap<>(Map.of(ALIAS, new Stated<>(Version.of(1), values)));
        CloudObject object = new CloudObject(ID, Map.of(), attributes, Version.of(1), Version.NONE);
        values.clear();
        attributes.clear();
        assertThat(object.stated(ALIAS)).contains(text("ada"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> object.attributes().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> object.anchors().clear());
    }

    private static CloudChange update(long version, Map<AttributeName, List<AttributeValue>> attributes) {
        return CloudChange.update(ID, version, List.of(), attributes);
    }

    private static CloudChange unversioned(Map<AttributeName, List<AttributeValue>> attributes) {
        return new CloudChange.Update(ID, OptionalLong.empty(), List.of(), attributes);
    }

    private static List<AttributeValue> text(String value) {
        return List.of(AttributeValue.text(value));
    }
}
