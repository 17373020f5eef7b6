package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.RejectedChange;
import dev.writeback.spi.SourceRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a source gave from one place to its end.
 *
 * @param pages as many as were read, at least one
 */
record Reading(List<SourceRead.Page> pages) {

    private static final int MOST_READS = 10_000;

    /** Reads until the source has no more. */
    static Reading from(CloudSource source, @Nullable Cursor place) {
        List<SourceRead.Page> pages = new ArrayList<>();
        Cursor next = place;
        SourceRead.Page page;
        do {
            page = page(source, next);
            pages.add(page);
            next = page.next();
            assertThat(pages.size())
                    .as("pages that were read without coming to NO_MORE_NOW; a source that always has more keeps a"
                            + " run from ever ending")
                    .isLessThan(MOST_READS);
        } while (page.rest() == SourceRead.Rest.MORE);
        return new Reading(pages);
    }

    static SourceRead.Page page(CloudSource source, @Nullable Cursor place) {
        SourceRead read = source.read(place);
        assertThat(read)
                .as(
                        "what reading from %s gives; a place that the source gave itself must lead to a page",
                        place == null ? "the start" : "cursor " + place.value())
                .isInstanceOf(SourceRead.Page.class);
        return (SourceRead.Page) read;
    }

    Cursor end() {
        return pages.get(pages.size() - 1).next();
    }

    List<CloudChange> changes() {
        return pages.stream().flatMap(page -> page.changes().stream()).toList();
    }

    List<RejectedChange> rejected() {
        return pages.stream().flatMap(page -> page.rejected().stream()).toList();
    }

    /** Why something was rejected, each reason once. */
    List<String> reasons() {
        return rejected().stream().map(RejectedChange::reason).distinct().toList();
    }

    /** What is known of one object after all of it; nothing is known of one that was not mentioned. */
    CloudObject object(CloudObjectId id) {
        return Objects.requireNonNullElseGet(joined(changes()).get(id), () -> CloudObject.unknown(id));
    }

    /** What is known of each object after these changes. */
    static Map<CloudObjectId, CloudObject> joined(List<CloudChange> changes) {
        Map<CloudObjectId, CloudObject> known = new TreeMap<>();
        changes.forEach(change -> known.put(
                change.id(),
                known.getOrDefault(change.id(), CloudObject.unknown(change.id()))
                        .join(change)));
        return known;
    }

    /** The same in words that two sources must agree on: kinds of values and the way of counting versions are their own. */
    static Map<String, String> described(List<CloudChange> changes) {
        Map<String, String> described = new TreeMap<>();
        joined(changes).forEach((id, object) -> {
            Map<String, List<String>> attributes = new TreeMap<>();
            object.attributes()
                    .forEach((name, stated) -> attributes.put(
                            name.value(),
                            stated.value().stream().map(Object::toString).toList()));
            described.put(
                    id.value(),
                    object.isRemoved()
                            ? "removed"
                            : "%s %s"
                                    .formatted(
                                            object.anchorValues().stream()
                                                    .map(Object::toString)
                                                    .toList(),
                                            attributes));
        });
        return described;
    }
}
