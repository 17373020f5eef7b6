package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Modification;
import dev.writeback.spi.EntryWrite;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WritePartsTest {

    private static final AttributeName DELEGATES = AttributeName.of("publicDelegates");
    private static final AttributeName AUTHORS = AttributeName.of("authOrig");
    private static final AttributeName ALIAS = AttributeName.of("mailNickname");
    private static final int MOST = EntryWrite.MOST_AT_ONCE;

    @Test
    void what_a_directory_changes_at_once_stays_one_write() {
        EntryWrite most = write(change(DELEGATES, 0, MOST));

        assertThat(WriteParts.of(most)).containsExactly(most);
    }

    @Test
    void more_values_become_parts_of_as_many_as_it_changes_at_once_and_none_is_left_out() {
        Modification delegates = change(DELEGATES, 0, 12_000);
        Modification authors = change(AUTHORS, 100, 100);

        List<EntryWrite> parts = WriteParts.of(write(delegates, authors, change(ALIAS, 1, 1)));

        assertThat(parts).hasSize(3).allMatch(part -> part.values() <= MOST);
        assertThat(parts.get(0).modifications())
                .as("what is small is written first, at once")
                .contains(authors, change(ALIAS, 1, 1));
        assertThat(parts.stream().mapToInt(EntryWrite::values).sum()).isEqualTo(12_202);
        assertThat(added(parts, DELEGATES)).isEqualTo(delegates.add());
    }

    @Test
    void a_value_that_is_spelled_in_another_way_is_removed_and_added_in_one_part() {
        List<AttributeValue> before = names("CN=", 4_000);
        List<AttributeValue> after = names("cn=", 4_000);

        List<EntryWrite> parts = WriteParts.of(write(new Modification(DELEGATES, before, after)));

        assertThat(parts).hasSize(2).allSatisfy(part -> {
            Modification one = part.modifications().get(0);
            assertThat(one.add())
                    .extracting(value -> value.toString().replace("cn=", "CN="))
                    .isEqualTo(
                            one.remove().stream().map(AttributeValue::toString).toList());
        });
        assertThat(added(parts, DELEGATES)).isEqualTo(after);
    }

    private static List<AttributeValue> added(List<EntryWrite> parts, AttributeName attribute) {
        return parts.stream()
                .flatMap(part -> part.modifications().stream())
                .filter(one -> one.attribute().equals(attribute))
                .flatMap(one -> one.add().stream())
                .toList();
    }

    private static Modification change(AttributeName attribute, int remove, int add) {
        return new Modification(attribute, names("CN=old", remove), names("CN=new", add));
    }

    private static List<AttributeValue> names(String prefix, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> AttributeValue.text(prefix + i + ",DC=corp,DC=example"))
                .toList();
    }

    private static EntryWrite write(Modification... modifications) {
        return new EntryWrite(
                new EntryId(new ObjectGuid(new UUID(1, 2)), Dn.of("CN=ada,DC=corp,DC=example")),
                "dc1:389",
                Stream.of(modifications).toList());
    }
}
