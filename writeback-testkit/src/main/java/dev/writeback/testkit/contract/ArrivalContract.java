package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.StoreCall.NOW;
import static dev.writeback.testkit.contract.StoreCall.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObject;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Settlement.Done;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store must do with pages that several processes read at once. Part of {@link WritebackStoreContract}. */
abstract class ArrivalContract extends RunsContract {

    @Test
    void keeps_a_page_only_if_its_source_was_not_read_on_meanwhile() {
        assertArrives("", "1", true, "the first page");
        assertArrives("", "1", false, "the first page, which another process was faster with");
        assertArrives("1", "2", true, "the page after the first");
        assertArrives("1", "2", false, "the page after the first, which another process was faster with");
        assertArrives("3", "4", false, "a page after one that the store never took in");
        assertArrives("2", "2", true, "a page that ends where it begins");
        assertCursor("cloud", "2", "the cursor after the pages that were kept");
    }

    @Test
    void keeps_nothing_of_a_page_that_came_too_late() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), new Done());
        assertThat(store.arrives(
                        "cloud", "", "9", List.of(SampleStatuses.plain("1")), text("a", 2, "y"), text("b", 1, "x")))
                .as("whether a page is kept whose source was read on by another process")
                .isFalse();
        assertHandsOut(2, "nothing: a page that came too late makes nothing pending");
        assertThat(store.known("a", "b"))
                .as("what is known when a page came too late that states one object anew and one for the first time")
                .extracting(ArrivalContract::stated)
                .containsExactly(List.of(AttributeValue.text("x")));
        assertThat(store.undelivered(10))
                .as("statuses of a page that came too late; they would be told twice")
                .isEmpty();
        assertCursor("cloud", "1", "the cursor, which another process has moved on; pages after it would be missed");
    }

    @Test
    void keeps_the_cursors_of_sources_apart() {
        assertThat(store.arrives("cloud", "", "1", List.of(), text("a", 1, "x")))
                .as("whether the first page of the first source is kept")
                .isTrue();
        assertThat(store.arrives("another", "1", "2", List.of(), text("b", 1, "x")))
                .as("whether a page of the second source is kept that was read after the first one's cursor")
                .isFalse();
        assertThat(store.arrives("another", "", "7", List.of(), text("b", 1, "x")))
                .as("whether the first page of the second source is kept")
                .isTrue();
        assertCursor("cloud", "1", "the cursor of the first source");
        assertCursor("another", "7", "the cursor of the second source");
    }

    @Test
    void takes_each_page_in_from_one_of_two_readers_that_race() throws InterruptedException {
        List<Integer> kept = new ReaderRace(store).kept();
        assertThat(kept)
                .as("pages that one of two readers was told are kept; who is told so tells their statuses, too")
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, ReaderRace.PAGES).boxed().toList());
        assertThat(store.undelivered(2 * ReaderRace.PAGES))
                .as("statuses of pages that each of two readers brought at once")
                .hasSize(ReaderRace.PAGES);
        assertThat(store.next(2 * ReaderRace.PAGES, NOW))
                .as("objects of pages that each of two readers brought at once")
                .hasSize(ReaderRace.PAGES);
    }

    private void assertArrives(String after, String next, boolean isKept, String what) {
        assertThat(store.arrives("cloud", after, next, List.of(), text("o" + next, 1, "x")))
                .as("whether %s is kept", what)
                .isEqualTo(isKept);
    }

    private void assertCursor(String source, String cursor, String what) {
        assertThat(store.store().intake().cursor(source)).as(what).isEqualTo(Optional.of(new Cursor(cursor)));
    }

    private static List<AttributeValue> stated(CloudObject object) {
        return object.stated(StoreCall.ATTRIBUTE).orElse(List.of());
    }
}
