package dev.writeback.testkit.contract;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.spi.ChangedEntry;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.SourceRead.Rest;
import dev.writeback.spi.WatchRead;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DirectoryWatchContractTest {

    @Test
    void every_broken_watch_is_caught() {
        Flaws<UnaryOperator<DirectoryWatch>> flaws = new Flaws<>(DirectoryWatchContract.class, FlawedWatch::new);
        addWrongPlaces(flaws);
        addWrongValues(flaws);
        addWrongPages(flaws);
        addWrongFaults(flaws);
        flaws.assertCaught();
    }

    private static void addWrongPlaces(Flaws<UnaryOperator<DirectoryWatch>> flaws) {
        flaws.add(
                        "begins at the beginning of time",
                        watch -> (after, attributes) ->
                                watch.read(after == null ? new Cursor("plain 0") : after, attributes),
                        "a_watch_that_begins_tells_of_nothing_that_changed_before")
                .add(
                        "keeps its place to itself",
                        watch -> {
                            AtomicReference<@Nullable Cursor> own = new AtomicReference<>();
                            return (after, attributes) -> {
                                WatchRead read = watch.read(after == null ? null : own.get(), attributes);
                                if (read instanceof WatchRead.Page page) {
                                    own.set(page.next());
                                }
                                return read;
                            };
                        },
                        "a_place_may_be_read_from_again",
                        "a_place_of_another_server_is_lost_and_the_watch_goes_on_from_the_new_one")
                .add(
                        "goes on from any place",
                        watch -> (after, attributes) -> {
                            WatchRead read = watch.read(after, attributes);
                            return read instanceof WatchRead.Lost lost
                                    ? new WatchRead.Page(List.of(), lost.next(), Rest.NO_MORE_NOW)
                                    : read;
                        },
                        "a_place_of_another_server_is_lost_and_the_watch_goes_on_from_the_new_one");
    }

    private static void addWrongValues(Flaws<UnaryOperator<DirectoryWatch>> flaws) {
        flaws.add(
                        "leaves values out",
                        values(all -> all.size() > 2 ? all.subList(0, 2) : all),
                        "every_change_is_told_with_all_the_values_that_there_are_now")
                .add(
                        "tells text of everything",
                        values(all -> all.stream()
                                .map(value -> AttributeValue.text(value.toString()))
                                .toList()),
                        "a_change_is_told_whichever_attribute_is_asked_for")
                .add(
                        "says nothing of what was cleared",
                        entries(entry -> {
                            Map<AttributeName, List<AttributeValue>> left = new LinkedHashMap<>(entry.attributes());
                            left.values().removeIf(List::isEmpty);
                            return new ChangedEntry(entry.entry(), left);
                        }),
                        "what_was_cleared_is_told_as_without_values");
    }

    private static void addWrongPages(Flaws<UnaryOperator<DirectoryWatch>> flaws) {
        flaws.add(
                        "says too early that there is no more",
                        pages(page -> new WatchRead.Page(page.changed(), page.next(), Rest.NO_MORE_NOW)),
                        "many_changes_come_in_pages_and_none_is_missing")
                .add(
                        "tells of an entry once",
                        watch -> {
                            Set<ObjectGuid> told = new HashSet<>();
                            return pages(page -> new WatchRead.Page(
                                            page.changed().stream()
                                                    .filter(entry -> told.add(
                                                            entry.entry().guid()))
                                                    .toList(),
                                            page.next(),
                                            page.rest()))
                                    .apply(watch);
                        },
                        "every_change_is_told_with_all_the_values_that_there_are_now",
                        "nothing_is_missed_of_what_others_change_between_pages")
                .add(
                        "passes over what changes while it reads",
                        watch -> (after, attributes) -> {
                            WatchRead read = watch.read(after, attributes);
                            return read instanceof WatchRead.Page page
                                            && watch.read(null, attributes) instanceof WatchRead.Page now
                                    ? new WatchRead.Page(page.changed(), now.next(), Rest.NO_MORE_NOW)
                                    : read;
                        },
                        "many_changes_come_in_pages_and_none_is_missing",
                        "nothing_is_missed_of_what_others_change_between_pages");
    }

    private static void addWrongFaults(Flaws<UnaryOperator<DirectoryWatch>> flaws) {
        flaws.add(
                        "gives up where an entry is gone",
                        watch -> (after, attributes) -> {
                            WatchRead read = watch.read(after, attributes);
                            boolean nothing = read instanceof WatchRead.Page page
                                    && page.changed().isEmpty()
                                    && !page.next().equals(after);
                            return nothing && after != null
                                    ? new WatchRead.Unavailable(
                                            PlainDirectory.problem(ErrorCode.ENTRY_NOT_FOUND, "an entry"))
                                    : read;
                        },
                        "an_entry_that_was_deleted_stops_nothing")
                .add(
                        "throws at an outage",
                        watch -> (after, attributes) -> {
                            WatchRead read = watch.read(after, attributes);
                            if (read instanceof WatchRead.Unavailable) {
                                throw new IllegalStateException("nobody answers, and nobody expected an exception");
                            }
                            return read;
                        },
                        "a_directory_that_cannot_be_reached_is_a_result_and_no_exception");
    }

    private static UnaryOperator<DirectoryWatch> pages(UnaryOperator<WatchRead.Page> flaw) {
        return watch -> (after, attributes) -> {
            WatchRead read = watch.read(after, attributes);
            return read instanceof WatchRead.Page page ? flaw.apply(page) : read;
        };
    }

    private static UnaryOperator<DirectoryWatch> entries(UnaryOperator<ChangedEntry> flaw) {
        return pages(
                page -> new WatchRead.Page(page.changed().stream().map(flaw).toList(), page.next(), page.rest()));
    }

    private static UnaryOperator<DirectoryWatch> values(UnaryOperator<List<AttributeValue>> flaw) {
        return entries(entry -> {
            Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>(entry.attributes());
            values.replaceAll((name, all) -> flaw.apply(all));
            return new ChangedEntry(entry.entry(), values);
        });
    }
}
