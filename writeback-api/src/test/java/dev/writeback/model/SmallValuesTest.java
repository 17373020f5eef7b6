package dev.writeback.model;

import static dev.writeback.model.Values.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values that have a rule or two each: ids, changes, entries, agreements and baselines. */
class SmallValuesTest {

    private static final AttributeName MAIL = AttributeName.of("mail");
    private static final AttributeName TITLE = AttributeName.of("title");
    private static final ObjectGuid GUID = ObjectGuid.ofBase64("q83vEjRWeJCrze8SNFZ4kA==");
    private static final EntryId ENTRY = new EntryId(GUID, Dn.of("CN=Ada,DC=x"));
    private static final List<AttributeValue> ADA = List.of(AttributeValue.text("ada@x"));

    @Test
    void an_id_that_is_a_guid_matches_in_whatever_case_it_was_typed() {
        CloudObjectId shouted = CloudObjectId.of("5F0E8B1C-1A53-4EF5-9F0A-0D3C5F5D7A01");
        assertThat(shouted).isEqualTo(ID).hasSameHashCodeAs(ID).isEqualByComparingTo(ID);
        assertThat(shouted).hasToString("5f0e8b1c-1a53-4ef5-9f0a-0d3c5f5d7a01");
    }

    @Test
    void an_id_of_another_form_counts_as_it_is() {
        assertThat(CloudObjectId.of("INIT")).isNotEqualTo(CloudObjectId.of("init"));
        assertThat(CloudObjectId.of("INIT")).hasToString("INIT").isLessThan(CloudObjectId.of("init"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0000", "\u0085"})
    void an_id_is_not_empty_and_has_no_control_characters(String text) {
        assertThat(CloudObjectId.isValid(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CloudObjectId.of(text))
                .withMessage(
                        "a cloud object's id has 1 to 256 characters, not all of them blank, and no control characters");
    }

    @Test
    void an_id_has_at_most_256_characters() {
        assertThat(CloudObjectId.isValid("a".repeat(256))).isTrue();
        assertThat(CloudObjectId.isValid("a".repeat(257))).isFalse();
    }

    @Test
    void a_change_has_at_most_one_anchor_of_each_kind() {
        List<Anchor> two =
                List.of(new Anchor.ExternalDirectoryObjectId("a"), new Anchor.ExternalDirectoryObjectId("b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CloudChange.update(ID, 1, two, Map.of()))
                .withMessage("object %s has two anchors of one kind", ID);
    }

    @Test
    void a_change_keeps_what_it_was_made_of() {
        List<AttributeValue> values = new ArrayList<>(ADA);
        Map<AttributeName, List<AttributeValue>> attributes = new HashMap<>(Map.of(MAIL, values));
        List<Anchor> anchors = new ArrayList<>(List.of(new Anchor.ExternalDirectoryObjectId("a")));
        CloudChange.Update update = (CloudChange.Update) CloudChange.update(ID, 1, anchors, attributes);
        values.clear();
        attributes.clear();
        anchors.clear();
        assertThat(update.attributes()).isEqualTo(Map.of(MAIL, ADA));
        assertThat(update.anchors()).hasSize(1);
        assertThat(update.version()).isEqualTo(OptionalLong.of(1));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> update.attributes().clear());
    }

    @Test
    void the_attributes_of_a_change_keep_their_order() {
        Map<AttributeName, List<AttributeValue>> attributes = new LinkedHashMap<>();
        List.of("z", "a", "m").forEach(name -> attributes.put(AttributeName.of(name), List.of()));
        CloudChange.Update update = (CloudChange.Update) CloudChange.update(ID, 1, List.of(), attributes);
        assertThat(update.attributes().keySet())
                .extracting(AttributeName::value)
                .containsExactly("z", "a", "m");
    }

    @Test
    void a_removal_names_its_object_and_version() {
        CloudChange removal = CloudChange.removal(ID, 18);
        assertThat(removal.id()).isEqualTo(ID);
        assertThat(removal.version()).isEqualTo(OptionalLong.of(18));
    }

    @Test
    void an_attribute_without_values_is_absent_from_an_entry() {
        DirectoryEntry entry = new DirectoryEntry(ENTRY, Map.of(MAIL, ADA, TITLE, List.of()), "dc1:636");
        assertThat(entry.attributes()).containsOnlyKeys(MAIL);
        assertThat(entry.values(MAIL)).isEqualTo(ADA);
        assertThat(entry.values(AttributeName.of("MAIL"))).isEqualTo(ADA);
        assertThat(entry.values(TITLE)).isEmpty();
    }

    @Test
    void an_entry_keeps_what_it_was_made_of() {
        List<AttributeValue> values = new ArrayList<>(ADA);
        DirectoryEntry entry = new DirectoryEntry(ENTRY, Map.of(MAIL, values), "dc1:636");
        values.clear();
        assertThat(entry.values(MAIL)).isEqualTo(ADA);
    }

    @Test
    void people_know_an_entry_by_its_dn() {
        assertThat(ENTRY).hasToString("CN=Ada,DC=x");
    }

    @Test
    void an_agreement_keeps_both_sides_and_shares_them_where_they_are_equal() {
        Agreement equal = new Agreement(ADA, new ArrayList<>(ADA));
        assertThat(equal.directory()).isSameAs(equal.cloud());
        List<AttributeValue> more = new ArrayList<>(ADA);
        more.add(AttributeValue.text("X500:/o=corp"));
        Agreement richer = new Agreement(ADA, more);
        more.clear();
        assertThat(richer.directory()).hasSize(2);
        assertThat(richer.cloud()).isEqualTo(ADA);
    }

    @Test
    void before_the_first_contact_nothing_is_agreed() {
        assertThat(Baseline.none().agreement(MAIL)).isEmpty();
        assertThat(Baseline.none().isWith(GUID)).isFalse();
    }

    @Test
    void a_baseline_is_with_one_entry_wherever_that_moves() {
        Baseline baseline = new Baseline(Optional.of(ENTRY), Map.of(MAIL, new Agreement(ADA, ADA)));
        assertThat(baseline.agreement(AttributeName.of("MAIL"))).contains(new Agreement(ADA, ADA));
        assertThat(baseline.isWith(GUID)).isTrue();
        assertThat(baseline.isWith(ObjectGuid.ofBytes(new byte[16]))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(classes = {Agreement.class, Baseline.class, DirectoryEntry.class, EntryId.class, Version.class})
    void equality_keeps_its_contract(Class<?> value) {
        EqualsVerifier.forClass(value)
                .withPrefabValues(AttributeName.class, MAIL, TITLE)
                .withPrefabValues(Dn.class, Dn.of("DC=x"), Dn.of("DC=y"))
                .withPrefabValues(AttributeValue.class, ADA.get(0), AttributeValue.whole(5))
                .withPrefabValues(List.class, ADA, List.of())
                .withPrefabValues(Map.class, Map.of(MAIL, ADA), Map.of())
                .verify();
    }
}
