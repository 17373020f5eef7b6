package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CloudObjectProperties {

    @Property
    void the_join_is_commutative(@ForAll("states") CloudObject one, @ForAll("states") CloudObject other) {
        assertThat(one.join(other)).isEqualTo(other.join(one));
    }

    @Property
    void the_join_is_associative(
            @ForAll("states") CloudObject one, @ForAll("states") CloudObject two, @ForAll("states") CloudObject three) {
        assertThat(one.join(two).join(three)).isEqualTo(one.join(two.join(three)));
    }

    @Property
    void the_join_is_idempotent(@ForAll("states") CloudObject one, @ForAll("states") CloudObject other) {
        assertThat(one.join(one)).isEqualTo(one);
        assertThat(one.join(other).join(other).join(one)).isEqualTo(one.join(other));
    }

    @Property
    void nothing_known_adds_nothing(@ForAll("states") CloudObject one) {
        assertThat(one.join(CloudObject.unknown(Values.ID))).isEqualTo(one);
    }

    @Property
    void any_order_and_any_repetition_of_versioned_changes_ends_in_one_state(
            @ForAll("changes") List<CloudChange> changes,
            @ForAll("changes") List<CloudChange> more,
            @ForAll long seed) {
        List<CloudChange> all = new ArrayList<>(changes);
        all.addAll(more);
        List<CloudChange> shuffled = new ArrayList<>(all);
        shuffled.addAll(changes);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Values.joined(shuffled)).isEqualTo(Values.joined(all));
    }

    @Property
    void a_page_joined_for_itself_is_as_good_as_its_changes_one_by_one(
            @ForAll("changes") List<CloudChange> first, @ForAll("changes") List<CloudChange> second) {
        List<CloudChange> all = new ArrayList<>(first);
        all.addAll(second);
        assertThat(Values.joined(first).join(Values.joined(second))).isEqualTo(Values.joined(all));
    }

    @Property
    void what_remains_is_newer_than_the_removal_and_no_newer_than_the_newest_sight(@ForAll("states") CloudObject one) {
        assertThat(one.attributes().values())
                .allMatch(stated -> stated.version().isAfter(one.removed()))
                .noneMatch(stated -> stated.version().isAfter(one.seen()));
        assertThat(one.anchors().values())
                .allMatch(stated -> stated.version().isAfter(one.removed()))
                .noneMatch(stated -> stated.version().isAfter(one.seen()));
        if (one.isRemoved()) {
            assertThat(one.attributes()).isEmpty();
            assertThat(one.anchors()).isEmpty();
        }
    }

    @Property
    void without_versions_the_last_statement_of_an_attribute_holds(@ForAll("texts") List<String> texts) {
        AttributeName alias = AttributeName.of("Alias");
        CloudObject object = CloudObject.unknown(Values.ID);
        for (String text : texts) {
            List<AttributeValue> values = List.of(AttributeValue.text(text));
            object = object.join(
                    new CloudChange.Update(Values.ID, OptionalLong.empty(), List.of(), Map.of(alias, values)));
            assertThat(object.stated(alias)).contains(values);
        }
    }

    @Provide
    Arbitrary<CloudObject> states() {
        return Values.state();
    }

    @Provide
    Arbitrary<List<CloudChange>> changes() {
        return Values.versionedChange().list().ofMaxSize(5).withoutEdgeCases();
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("a", "b", "c").list().ofMinSize(1).ofMaxSize(6);
    }
}
