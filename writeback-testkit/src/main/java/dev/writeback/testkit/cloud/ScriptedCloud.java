package dev.writeback.testkit.cloud;

import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.RejectedChange;
import dev.writeback.spi.SourceRead;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cloud that a test writes the script of: page after page, and what goes wrong between them.
 *
 * <p>It remembers every page, and its cursor says how many of them were read: it can be read again from any cursor that
 * it gave, as often as a test likes, also by another engine. A page that is added later is found from the cursor of the
 * last one. Thread-safe, so that a test may go on writing while an engine reads.
 */
public final class ScriptedCloud implements CloudSource {

    private final List<Part> parts = new ArrayList<>();
    private final Deque<Function<Optional<Cursor>, SourceRead>> instead = new ArrayDeque<>();
    private final List<Optional<Cursor>> reads = new ArrayList<>();
    private int expiries;

    private ScriptedCloud() {}

    private record Part(List<CloudChange> changes, List<RejectedChange> rejected) {}

    /** A cloud that has said nothing yet. */
    public static ScriptedCloud empty() {
        return new ScriptedCloud();
    }

    /** A cloud with one page of changes. */
    public static ScriptedCloud of(Collection<? extends CloudChange> changes) {
        return new ScriptedCloud().page(changes);
    }

    /** A cloud with one page of changes. */
    public static ScriptedCloud of(CloudChange... changes) {
        return of(List.of(changes));
    }

    /** Adds a page. To deliver a change twice or late, put it on another page as well. */
    public ScriptedCloud page(CloudChange... changes) {
        return page(List.of(changes));
    }

    /** Adds a page, with parts that could not be read. */
    public synchronized ScriptedCloud page(Collection<? extends CloudChange> changes, RejectedChange... rejected) {
        parts.add(new Part(List.copyOf(changes), List.of(rejected)));
        return this;
    }

    /** Adds a page that holds nothing but a part that cannot be read; its place is {@code script:} and the page's number. */
    public synchronized ScriptedCloud malformed(String content) {
        String place = "script:" + (parts.size() + 1);
        return page(
                List.of(),
                new RejectedChange(place, "the script says that this cannot be read", Optional.empty(), content));
    }

    /**
     * Delivers everything that was on a page once more, on a page of its own.
     *
     * @param page which one, from 0
     * @throws IndexOutOfBoundsException if there is no such page
     */
    public synchronized ScriptedCloud again(int page) {
        parts.add(parts.get(page));
        return this;
    }

    /** Makes the next so many reads find the cloud unavailable. */
    public synchronized ScriptedCloud unavailable(int times) {
        for (int i = 0; i < times; i++) {
            next(after -> outage());
        }
        return this;
    }

    /** Makes the next read that goes on from a cursor find it expired; a read from the start never does. */
    public synchronized ScriptedCloud expired() {
        expiries++;
        return this;
    }

    /** Answers one of the next reads like this, whatever the script holds; several wait in a line. */
    public synchronized ScriptedCloud next(Function<Optional<Cursor>, SourceRead> answer) {
        instead.add(answer);
        return this;
    }

    /** Where each read so far began; nothing for one from the start. A copy. */
    public synchronized List<Optional<Cursor>> reads() {
        return List.copyOf(reads);
    }

    /**
     * Reads the next page.
     *
     * @return the page; that the cursor expired also where this cloud never gave such a cursor
     */
    @Override
    public SourceRead read(@Nullable Cursor after) {
        Optional<Cursor> place = Optional.ofNullable(after);
        Optional<Function<Optional<Cursor>, SourceRead>> answer = begin(place);
        // Outside of the lock: what a test does in its answer may take its time.
        return answer.map(it -> it.apply(place)).orElseGet(() -> page(place));
    }

    private synchronized Optional<Function<Optional<Cursor>, SourceRead>> begin(Optional<Cursor> place) {
        reads.add(place);
        return Optional.ofNullable(instead.poll());
    }

    private synchronized SourceRead page(Optional<Cursor> place) {
        if (place.isPresent() && expiries > 0) {
            expiries--;
            return new SourceRead.CursorExpired();
        }
        int number = place.map(ScriptedCloud::number).orElse(0);
        if (number < 0 || number > parts.size()) {
            return new SourceRead.CursorExpired();
        }
        if (number == parts.size()) {
            return new SourceRead.Page(List.of(), List.of(), cursor(number), SourceRead.Rest.NO_MORE_NOW);
        }
        Part part = parts.get(number);
        SourceRead.Rest rest = number + 1 < parts.size() ? SourceRead.Rest.MORE : SourceRead.Rest.NO_MORE_NOW;
        return new SourceRead.Page(part.changes(), part.rejected(), cursor(number + 1), rest);
    }

    private static Cursor cursor(int number) {
        return new Cursor(Integer.toString(number));
    }

    /** The number of a page, or -1 if this is no cursor of a scripted cloud. */
    private static int number(Cursor cursor) {
        return cursor.value().matches("[0-9]{1,9}") ? Integer.parseInt(cursor.value()) : -1;
    }

    private static SourceRead outage() {
        return new SourceRead.Unavailable(Problem.of(
                ErrorCode.SOURCE_UNAVAILABLE,
                "The script says that the cloud cannot be read now.",
                "Read again from the same place."));
    }
}
