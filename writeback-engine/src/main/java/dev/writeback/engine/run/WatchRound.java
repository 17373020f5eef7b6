package dev.writeback.engine.run;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Problem;
import dev.writeback.spi.ChangedEntry;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.SourceRead;
import dev.writeback.spi.WatchRead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a watch to its present end and tells of the objects that may have drifted. It says how far it came only after
 * everything before that was dealt with.
 */
final class WatchRound {

    /** One search for 50 to 100 anchors did best on every server measured. */
    private static final int LOOK = 100;

    private static final Logger LOG = LoggerFactory.getLogger(WatchRound.class);

    private final Parts parts;
    private final DirectoryWatch watch;
    private final Brake brake;
    private final Watcher watcher;
    private final Holdings holdings;
    private @Nullable Cursor after;
    private boolean lost;
    private Optional<Problem> problem = Optional.empty();

    /** Whoever watches. */
    interface Watcher {

        /**
         * That these objects may have drifted.
         *
         * @param objects up to 100
         * @return those of them that could not be dealt with, because somebody else has them in hand
         */
        List<Holding> look(List<Holding> objects);

        /** That these are as agreed. */
        void asAgreed(List<CloudObjectId> objects);

        /** That all is dealt with up to here. */
        void reached(Cursor next);
    }

    /**
     * A round.
     *
     * @param after where the round before ended; null for the first one, in which all objects are looked at once
     */
    WatchRound(Parts parts, DirectoryWatch watch, @Nullable Cursor after, Brake brake, Watcher watcher) {
        this.parts = parts;
        this.watch = watch;
        this.after = after;
        this.brake = brake;
        this.watcher = watcher;
        this.holdings = new GuardedHoldings(parts, brake);
    }

    /** What watches the directory, if it can be watched; a directory that breaks when it is asked does not tell. */
    static Optional<DirectoryWatch> watch(Parts parts) {
        try {
            return parts.directory().watch();
        } catch (Throwable fault) {
            LOG.debug("the directory", fault);
            Problem problem = Problems.internal("Watching the directory", fault);
            return Optional.of((after, attributes) -> new WatchRead.Unavailable(problem));
        }
    }

    /** Reads until there is no more for now; returns why the directory does not tell, if it does not. */
    Optional<Problem> run() {
        boolean more = true;
        while (more && !brake.isPulled()) {
            more = next();
            brake.stopIfInterrupted();
        }
        return problem;
    }

    private boolean next() {
        boolean first = after == null;
        return read().match(
                        page -> (!first || everything()) && changed(page),
                        gap -> lost(gap),
                        unavailable -> ended(unavailable.problem()));
    }

    private WatchRead read() {
        try {
            return watch.read(after, parts.planner().drift().attributes());
        } catch (Throwable fault) {
            LOG.warn("watching the directory ended in a {}", fault.getClass().getName());
            LOG.debug("the watch", fault);
            return new WatchRead.Unavailable(Problems.internal("Watching the directory", fault));
        }
    }

    private boolean ended(Problem why) {
        problem = Optional.of(why);
        return false;
    }

    /** Twice in one round would be for ever. */
    private boolean lost(WatchRead.Lost gap) {
        LOG.warn("{} Each entry is looked at once.", gap.sentence());
        boolean again = lost;
        lost = true;
        return everything() && reached(gap.next()) && !again;
    }

    private boolean reached(Cursor next) {
        watcher.reached(next);
        after = next;
        return true;
    }

    private boolean changed(WatchRead.Page page) {
        boolean stuck = page.changed().isEmpty() && page.next().equals(after);
        Map<ObjectGuid, List<ChangedEntry>> entries = new HashMap<>();
        page.changed()
                .forEach(one -> entries.computeIfAbsent(one.entry().guid(), guid -> new ArrayList<>())
                        .add(one));
        Predicate<Holding> drifted = holding -> mayHaveDrifted(holding, entries);
        List<Holding> known = holdings.ofEntries(entries.keySet());
        watcher.asAgreed(ids(known.stream().filter(drifted.negate()).toList()));
        return lookAt(known, drifted) && reached(page.next()) && page.rest() == SourceRead.Rest.MORE && !stuck;
    }

    private boolean mayHaveDrifted(Holding holding, Map<ObjectGuid, List<ChangedEntry>> entries) {
        ObjectGuid guid = holding.baseline().entry().orElseThrow().guid();
        Containment scope = parts.scoping().current();
        for (ChangedEntry entry : entries.getOrDefault(guid, List.of())) {
            if (scope.isInQuestion(holding, entry.entry())) {
                return true;
            }
            Map<AttributeName, List<AttributeValue>> now = entry.attributes();
            if (!parts.planner().drift().from(holding.baseline(), now).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean everything() {
        return HoldingPages.all(holdings, page -> lookAt(page, holding -> true)) && !brake.isPulled();
    }

    private boolean lookAt(List<Holding> objects, Predicate<Holding> drifted) {
        return dealWith(objects, drifted, holdings, brake, watcher);
    }

    /** Has these looked at; returns whether all of them were dealt with. */
    static boolean dealWith(List<Holding> objects, Holdings holdings, Brake brake, Watcher watcher) {
        return dealWith(objects, holding -> true, holdings, brake, watcher);
    }

    /** Those in another's hands are asked for once more at the end: what looked like drift may have been that one's write. */
    private static boolean dealWith(
            List<Holding> objects, Predicate<Holding> drifted, Holdings holdings, Brake brake, Watcher watcher) {
        List<Holding> left = look(objects, drifted, brake, watcher);
        if (!left.isEmpty() && !brake.isPulled()) {
            left = look(holdings.of(ids(left)), drifted, brake, watcher);
        }
        return left.isEmpty() && !brake.isPulled();
    }

    private static List<Holding> look(List<Holding> objects, Predicate<Holding> drifted, Brake brake, Watcher watcher) {
        List<Holding> left = new ArrayList<>();
        inBatches(objects.stream().filter(drifted).toList(), brake, batch -> left.addAll(watcher.look(batch)));
        return left;
    }

    /** Takes those that something was agreed about, up to 100 at a time, until the brake is pulled. */
    static void inBatches(List<Holding> objects, Brake brake, Consumer<List<Holding>> take) {
        List<Holding> all = objects.stream()
                .filter(one -> one.baseline().entry().isPresent())
                .toList();
        for (int from = 0; from < all.size() && !brake.isPulled(); from += LOOK) {
            take.accept(all.subList(from, Math.min(all.size(), from + LOOK)));
        }
    }

    private static List<CloudObjectId> ids(List<Holding> objects) {
        return objects.stream().map(one -> one.object().id()).toList();
    }
}
