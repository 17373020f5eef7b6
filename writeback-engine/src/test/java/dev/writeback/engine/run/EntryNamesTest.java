package dev.writeback.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.testkit.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntryNamesTest {

    private static final Dn NAME = Dn.of("CN=ada,DC=corp,DC=example");

    private final SettableClock time = SettableClock.at("2026-11-21T10:00:00Z");

    @Test
    void knows_a_name_until_it_is_too_old() {
        EntryNames names = new EntryNames(time);
        names.put(Mailboxes.id(1), NAME);
        time.advance(EntryNames.LONGEST.minusNanos(1));
        assertThat(names.known(ids(3))).containsOnlyKeys(Mailboxes.id(1)).containsValue(NAME);
        time.advance(Duration.ofNanos(1));
        assertThat(names.known(ids(3))).isEmpty();
    }

    @Test
    void forgets_what_it_is_told_to() {
        EntryNames names = new EntryNames(time);
        ids(3).forEach(id -> names.put(id, NAME));
        names.forget(List.of(Mailboxes.id(0), Mailboxes.id(2), Mailboxes.id(7)));
        assertThat(names.known(ids(3))).containsOnlyKeys(Mailboxes.id(1));
    }

    @Test
    void does_not_grow_without_end() {
        EntryNames names = new EntryNames(time, 50, EntryNames.LONGEST);
        ids(1000).forEach(id -> names.put(id, NAME));
        assertThat(names.known(ids(1000))).hasSizeLessThanOrEqualTo(50).isNotEmpty();
    }

    private static List<CloudObjectId> ids(int count) {
        return IntStream.range(0, count).mapToObj(Mailboxes::id).toList();
    }
}
