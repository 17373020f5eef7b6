package dev.writeback.engine.planning;

import static dev.writeback.engine.planning.Samples.ENTRY;
import static dev.writeback.engine.planning.Samples.ID;
import static dev.writeback.engine.planning.Samples.entry;
import static dev.writeback.engine.planning.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.JournalRecord.Change;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.spi.EntryWrite;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final String SINGLE = "extensionAttribute1";
    private static final String MULTI = "msExchExtensionCustomAttribute1";

    @Test
    void a_write_that_added_a_value_was_made_if_the_value_is_there() {
        Written write = written(change(MULTI, texts("a"), texts("a", "b")));

        assertThat(wasMade(write, MULTI, "a", "b")).isTrue();
        assertThat(wasMade(write, MULTI, "b", "theirs")).isTrue();
        assertThat(wasMade(write, MULTI, "a")).isFalse();
        assertThat(wasMade(write, MULTI, "theirs")).isFalse();
        assertThat(wasMade(write, MULTI)).isFalse();
    }

    @Test
    void a_write_that_removed_a_value_was_made_if_the_value_is_gone() {
        Written write = written(change(MULTI, texts("a", "b"), texts("a")));

        assertThat(wasMade(write, MULTI, "a")).isTrue();
        assertThat(wasMade(write, MULTI)).isTrue();
        assertThat(wasMade(write, MULTI, "a", "b")).isFalse();
        assertThat(wasMade(write, MULTI, "b")).isFalse();
    }

    @Test
    void a_write_that_replaced_a_value_was_made_only_if_the_new_one_is_there_and_the_old_one_is_gone() {
        Written write = written(change(MULTI, texts("a"), texts("b")));

        assertThat(wasMade(write, MULTI, "b")).isTrue();
        assertThat(wasMade(write, MULTI, "a")).isFalse();
        assertThat(wasMade(write, MULTI, "theirs")).isFalse();
        assertThat(wasMade(write, MULTI, "a", "b")).isFalse();
    }

    @Test
    void of_a_write_that_may_be_made_in_parts_what_the_entry_shows_was_made() {
        List<AttributeValue> all = IntStream.rangeClosed(0, EntryWrite.MOST_AT_ONCE)
                .mapToObj(i -> AttributeValue.text("value " + i))
                .toList();
        List<AttributeValue> some = all.subList(0, 3);
        List<AttributeValue> rest = all.subList(3, all.size());
        Written adding =
                written(change(SINGLE, texts("a"), texts("b")), change(MULTI, texts("x"), and(texts("x"), all)));
        Written removing = written(change(MULTI, all, texts()));

        assertThat(Recovery.made(adding, entry(SINGLE, texts("a"), MULTI, texts("x"))))
                .isEmpty();
        assertThat(Recovery.made(adding, entry(SINGLE, texts("b"), MULTI, and(texts("x"), all))))
                .contains(adding);
        assertThat(Recovery.made(adding, entry(SINGLE, texts("b"), MULTI, and(texts("x", "theirs"), some))))
                .contains(written(
                        change(SINGLE, texts("a"), texts("b")), change(MULTI, texts("x"), and(texts("x"), some))));
        assertThat(Recovery.made(removing, entry(MULTI, rest, SINGLE, texts("b"))))
                .contains(written(change(MULTI, all, rest)));
        assertThat(Recovery.made(removing, entry(MULTI, all, SINGLE, texts("b"))))
                .isEmpty();
    }

    @Test
    void a_write_that_is_made_at_once_was_made_or_not() {
        Written write = written(change(MULTI, texts(), texts("a", "b")));

        assertThat(Recovery.made(write, entry(MULTI, texts("a", "b"), SINGLE, texts())))
                .contains(write);
        assertThat(Recovery.made(write, entry(MULTI, texts(), SINGLE, texts()))).isEmpty();
    }

    private static List<AttributeValue> and(List<AttributeValue> some, List<AttributeValue> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    @Test
    void one_change_that_shows_is_enough_where_somebody_touched_the_others() {
        Written write = written(change(SINGLE, texts("a"), texts("b")), change(MULTI, texts("x"), texts("y")));

        assertThat(Recovery.wasMade(write, entry(SINGLE, "theirs", MULTI, "y"))).isTrue();
        assertThat(Recovery.wasMade(write, entry(SINGLE, "theirs", MULTI, texts("x", "y"))))
                .isFalse();
        assertThat(Recovery.wasMade(write, entry(SINGLE, "b", MULTI, texts("x", "y"))))
                .isTrue();
        assertThat(Recovery.wasMade(write, entry(SINGLE, texts("b"), MULTI, texts("x"))))
                .isFalse();
    }

    @Test
    void an_added_value_that_is_missing_beside_other_changes_of_somebodys_does_not_say_that_nothing_was_made() {
        Written write = written(change(MULTI, texts("a"), texts("a", "b")), change(SINGLE, texts("a"), texts("b")));

        assertThat(Recovery.wasMade(write, entry(MULTI, texts("theirs"), SINGLE, "b")))
                .isTrue();
        assertThat(Recovery.wasMade(write, entry(MULTI, texts("a"), SINGLE, "b")))
                .isFalse();
    }

    @Test
    void a_write_is_sought_in_its_own_entry_only() {
        EntryId other = new EntryId(new ObjectGuid(new UUID(1, 2)), Dn.of("CN=Other,DC=corp,DC=example"));
        Written write = written(change(SINGLE, texts(), texts("b")));

        assertThatThrownBy(() -> Recovery.wasMade(write, new DirectoryEntry(other, Map.of(), "dc1:389")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CN=Other");
    }

    @Test
    void what_tells_is_read_in_the_syntax_of_the_catalogue_and_what_it_does_not_know_as_it_is_spelled() {
        Written write = written(
                change("proxyAddresses", texts(), texts("SMTP:a@x.example")),
                change("contoso-Unknown", texts(), texts("x")));

        assertThat(Recovery.reads(write))
                .isEqualTo(Map.of(
                        AttributeName.of("proxyAddresses"), AttributeSyntax.ADDRESS,
                        AttributeName.of("contoso-Unknown"), AttributeSyntax.CASE_EXACT));
    }

    @Test
    void once_made_the_directorys_side_is_what_was_written_and_the_clouds_moves_by_the_same_values() {
        Baseline before = agreed(MULTI, texts("A", "b"), texts("a", "own"));

        Baseline after = Recovery.agreed(before, written(change(MULTI, texts("a", "own"), texts("c", "own"))));

        assertThat(after.entry()).contains(ENTRY);
        assertThat(after.agreement(AttributeName.of(MULTI)))
                .contains(new Agreement(texts("b", "c"), texts("c", "own")));
    }

    @Test
    void once_made_the_cloud_has_stated_the_only_value_of_a_single_valued_attribute() {
        Baseline before = agreed(SINGLE, texts("old"), texts("old"));

        assertThat(Recovery.agreed(before, written(change(SINGLE, texts("theirs"), texts("new"))))
                        .agreement(AttributeName.of(SINGLE)))
                .contains(new Agreement(texts("new"), texts("new")));
    }

    @Test
    void what_was_agreed_with_another_entry_is_forgotten() {
        EntryId other = new EntryId(new ObjectGuid(new UUID(1, 2)), Dn.of("CN=Other,DC=corp,DC=example"));
        Baseline before = new Baseline(
                Optional.of(other), Map.of(AttributeName.of(MULTI), new Agreement(texts("a"), texts("a"))));

        assertThat(Recovery.agreed(before, written(change(SINGLE, texts(), texts("new"))))
                        .agreements())
                .containsOnlyKeys(AttributeName.of(SINGLE));
        assertThat(Recovery.agreed(
                                agreed(MULTI, texts("a"), texts("a")), written(change(SINGLE, texts(), texts("new"))))
                        .agreements())
                .containsOnlyKeys(AttributeName.of(SINGLE), AttributeName.of(MULTI));
    }

    @Test
    void an_undo_that_was_made_leaves_the_clouds_side_where_it_was() {
        Written undo = new Written(
                "u",
                Instant.EPOCH,
                ID,
                ENTRY,
                List.of(change(SINGLE, texts("new"), texts("old")), change(MULTI, texts("a"), texts("b"))),
                Optional.of("r"));

        Baseline after = Recovery.agreed(agreed(SINGLE, texts("new"), texts("new")), undo);

        assertThat(after.agreements())
                .isEqualTo(Map.of(AttributeName.of(SINGLE), new Agreement(texts("new"), texts("old"))));
    }

    private static boolean wasMade(Written write, String name, String... values) {
        return Recovery.wasMade(write, entry(name, texts(values)));
    }

    private static Baseline agreed(String name, List<AttributeValue> cloud, List<AttributeValue> directory) {
        return new Baseline(Optional.of(ENTRY), Map.of(AttributeName.of(name), new Agreement(cloud, directory)));
    }

    private static Written written(Change... changes) {
        return new Written("r", Instant.EPOCH, ID, ENTRY, List.of(changes));
    }

    private static Change change(String name, List<AttributeValue> before, List<AttributeValue> after) {
        return new Change(AttributeName.of(name), before, after, Disclosure.OPEN);
    }
}
