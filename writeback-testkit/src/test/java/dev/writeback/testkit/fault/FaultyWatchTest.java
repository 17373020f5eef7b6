package dev.writeback.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.EntryId;
import dev.writeback.spi.ChangedEntry;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.SourceRead.Rest;
import dev.writeback.spi.WatchRead;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultyWatchTest {

    private static final Cursor PLACE = new Cursor("place");
    private static final List<ChangedEntry> CHANGED = IntStream.range(0, 4)
            .mapToObj(number -> new ChangedEntry(
                    new EntryId(NotedDirectory.guid(number), NotedDirectory.dn(number)),
                    Map.of(NotedDirectory.INFO, List.of())))
            .toList();

    private static DirectoryWatch watch(Injection faults) {
        DirectoryWatch real = (after, attributes) ->
                new WatchRead.Page(after == null ? List.of() : CHANGED, new Cursor("next"), Rest.NO_MORE_NOW);
        return new FaultyWatch(real, faults, new AtomicBoolean());
    }

    @Test
    void half_a_page_comes_then_nothing_and_then_the_whole_page() {
        DirectoryWatch watch = watch(Faults.none()
                .on(Call.WATCH, When.touching("info").and(When.nth(1)), Fault.halfDelivered())
                .begin());
        assertThat(watch.read(PLACE, Map.of())).isEqualTo(new WatchRead.Page(CHANGED.subList(0, 2), PLACE, Rest.MORE));
        assertThat(watch.read(PLACE, Map.of())).isInstanceOf(WatchRead.Unavailable.class);
        assertThat(watch.read(PLACE, Map.of()))
                .isEqualTo(new WatchRead.Page(CHANGED, new Cursor("next"), Rest.NO_MORE_NOW));
    }

    @Test
    void the_place_is_lost_and_there_is_one_to_go_on_from() {
        DirectoryWatch watch =
                watch(Faults.none().on(Call.WATCH, When.nth(1), Fault.expired()).begin());
        assertThat(watch.read(PLACE, Map.of()))
                .isInstanceOfSatisfying(
                        WatchRead.Lost.class, lost -> assertThat(lost.next()).isEqualTo(new Cursor("next")));
        assertThat(watch.read(PLACE, Map.of())).isInstanceOf(WatchRead.Page.class);
    }

    @Test
    void the_start_is_no_place_to_lose() {
        Injection faults =
                Faults.none().on(Call.WATCH, When.always(), Fault.expired()).begin();
        assertThat(watch(faults).read(null, Map.of())).isInstanceOf(WatchRead.Page.class);
        assertThat(faults.injected()).isEmpty();
    }

    @Test
    void the_read_that_fails_after_half_a_page_counts_for_no_line_and_comes_no_more_after_the_end() {
        Injection faults = Faults.none()
                .on(Call.WATCH, When.nth(1), Fault.halfDelivered())
                .on(Call.WATCH, When.nth(2), Fault.halfDelivered())
                .begin();
        DirectoryWatch watch = watch(faults);
        watch.read(PLACE, Map.of());
        assertThat(watch.read(PLACE, Map.of())).isInstanceOf(WatchRead.Unavailable.class);
        assertThat(watch.read(PLACE, Map.of())).isEqualTo(new WatchRead.Page(CHANGED.subList(0, 2), PLACE, Rest.MORE));
        assertThat(faults.unmet()).isEmpty();
        faults.end();
        assertThat(watch.read(PLACE, Map.of())).isInstanceOf(WatchRead.Page.class);
    }

    @Test
    void it_does_not_answer() {
        DirectoryWatch watch = watch(
                Faults.none().on(Call.WATCH, When.nth(1), Fault.unavailable()).begin());
        assertThat(watch.read(PLACE, Map.of())).isInstanceOf(WatchRead.Unavailable.class);
        assertThat(watch.read(PLACE, Map.of())).isInstanceOf(WatchRead.Page.class);
    }
}
