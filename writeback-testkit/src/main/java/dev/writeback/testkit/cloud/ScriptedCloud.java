package dev.writeback.testkit.cloud;

import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.RejectedChange;
import dev.writeback.spi.SourceRead;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A cloud that a test writes the script of: page after page, and what goes wrong between them.
 *
 * <p>It remembers every page, and its cursor says how many of them were read: it can be read again from any cursor that
 * it gave, as often as a test likes, also by another engine. A page that is added later is found from the cursor of the
 * last one. Thread-safe, so that a test may go on writing while an engine reads.
 */
public final class ScriptedCloud implements CloudSource {

    private final List<Supplier<ScriptedPage>> parts = new ArrayList<>();
    private final Deque<Function<Optional<Cursor>, SourceRead>> instead = new ArrayDeque<>();
    private final List<Optional<Cursor>> reads = new ArrayList<>();
    private int expiries;

    private ScriptedCloud() {}

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

    /**
     * A cloud that states so many mailboxes, made up from a seed page by page, so that none of them is kept in memory. They
     * are those of {@link GeneratedMailboxes#of}, and belong to the people of the directory in memory.
     */
    public static ScriptedCloud generated(long seed, int count) {
        return new ScriptedCloud().states(GeneratedMailboxes.of(seed, count));
    }

    /** Adds pages that state every one of these mailboxes, as they are at first. They are made up when they are read. */
    public ScriptedCloud states(GeneratedMailboxes mailboxes) {
        return changes(mailboxes, 0);
    }

    /**
     * Adds pages with the mailboxes that change in a cycle, made up when they are read.
     *
     * @param cycle from 1; in cycle 0 each of them is stated
     */
    public synchronized ScriptedCloud changes(GeneratedMailboxes mailboxes, int cycle) {
        parts.addAll(mailboxes.pages(cycle));
        return this;
    }

    /** Adds a page. To deliver a change twice or late, put it on another page as well. */
    public ScriptedCloud page(CloudChange... changes) {
        return page(List.of(changes));
    }

    /** Adds a page, with parts that could not be read. */
    public synchronized ScriptedCloud page(Collection<? extends CloudChange> changes, RejectedChange... rejected) {
        ScriptedPage page = new ScriptedPage(List.copyOf(changes), List.of(rejected));
        parts.add(() -> page);
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

    /**
     * Has each page so far say some of what the page before it said once more.
     *
     * @param share of the changes, from 0 to 1, drawn from the seed
     * @throws IllegalArgumentException if the share is less or more
     * @throws IllegalStateException if the cloud was read already
     */
    public synchronized ScriptedCloud repeating(double share, long seed) {
        rewrite(pages -> Disorder.repeating(pages, share, seed));
        return this;
    }

    /**
     * Puts the changes of each page so far in another order, drawn from the seed.
     *
     * @throws IllegalStateException if the cloud was read already
     */
    public synchronized ScriptedCloud reordered(long seed) {
        rewrite(pages -> Disorder.reordered(pages, seed));
        return this;
    }

    /**
     * Puts the pages so far in another order, drawn from the seed: some come late.
     *
     * @throws IllegalStateException if the cloud was read already
     */
    public synchronized ScriptedCloud late(long seed) {
        rewrite(pages -> Disorder.late(pages, seed));
        return this;
    }

    /**
     * Makes the next so many reads find a cloud that was asked too often.
     *
     * @param wait how long to wait, which the problem says in its action
     */
    public synchronized ScriptedCloud throttled(int times, Duration wait) {
        for (int i = 0; i < times; i++) {
            next(after -> unavailable(
                    "The script says that the cloud was asked too often.",
                    "Read again from the same place in %s.".formatted(wait)));
        }
        return this;
    }

    /** Makes the next so many reads find the cloud unavailable. */
    public synchronized ScriptedCloud unavailable(int times) {
        for (int i = 0; i < times; i++) {
            next(after -> unavailable(
                    "The script says that the cloud cannot be read now.", "Read again from the same place."));
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
        ScriptedPage part = parts.get(number).get();
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

    private static SourceRead unavailable(String reason, String action) {
        return new SourceRead.Unavailable(Problem.of(ErrorCode.SOURCE_UNAVAILABLE, reason, action));
    }

    private void rewrite(UnaryOperator<List<Supplier<ScriptedPage>>> order) {
        if (!reads.isEmpty()) {
            throw new IllegalStateException(
                    "the cloud was read already, and its cursors would lead elsewhere; put it in disorder before that");
        }
        List<Supplier<ScriptedPage>> written = order.apply(List.copyOf(parts));
        parts.clear();
        parts.addAll(written);
    }

    /** A page of the script as it stands; nothing if there are not so many. */
    synchronized Optional<Supplier<ScriptedPage>> written(int number) {
        return number < parts.size() ? Optional.of(parts.get(number)) : Optional.empty();
    }
}
