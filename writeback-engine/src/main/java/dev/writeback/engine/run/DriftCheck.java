package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.Holding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what changed in the directory although the cloud did not, on the calling thread; it writes nothing, and keeps
 * nothing in the store. One that goes on remembers where it watched to, and what it told.
 *
 * <p>For one thread at a time.
 */
public final class DriftCheck {

    private final Parts parts;
    private final Show show;
    private final ToldDrift told;
    private @Nullable Cursor after;

    /** Is shown what differs. */
    @FunctionalInterface
    public interface Show {

        /**
         * One object that drifted, or whose entry cannot be found or is out of scope.
         *
         * @param plan how it stands, as it may be shown
         * @param reconciled what a reconciliation would do; nothing of an entry that it would not touch
         */
        void one(Plan plan, Optional<Plan> reconciled);
    }

    /**
     * What came of a look.
     *
     * @param checked how many objects were looked at
     * @param drifted how many of them drifted
     * @param unmatched how many have no entry that could be looked at
     * @param outOfScope how many have an entry that is no longer in scope
     * @param unwatched why the directory does not tell what changed; nothing if it does, or was not asked
     */
    public record Result(int checked, int drifted, int unmatched, int outOfScope, Optional<Problem> unwatched) {}

    /** A check with these parts. */
    public DriftCheck(Parts parts, Show show) {
        this.parts = parts;
        this.show = show;
        this.told = new ToldDrift(parts.planner().drift());
    }

    /** Looks at all objects that something was agreed about, and shows each that differs. */
    public Result all(Cycle cycle, Brake brake) {
        return everything(new Round(cycle, brake, seen -> true), brake);
    }

    /**
     * Looks at what changed since the last time, the first time at everything, and shows what was not shown before. Where
     * the directory cannot tell what changed, it looks at everything each time.
     */
    public Result next(Cycle cycle, Brake brake) {
        Round round = new Round(cycle, brake, seen -> told.isNews(seen.plan(), seen.baseline()));
        Optional<DirectoryWatch> watch = WatchRound.watch(parts);
        if (watch.isEmpty()) {
            return everything(round, brake);
        }
        Optional<Problem> unwatched = new WatchRound(parts, watch.get(), after, brake, round).run();
        return round.result(unwatched);
    }

    private Result everything(Round round, Brake brake) {
        HoldingPages.all(new GuardedHoldings(parts, brake), page -> {
            WatchRound.inBatches(page, brake, round::look);
            brake.stopIfInterrupted();
            return !brake.isPulled();
        });
        return round.result(Optional.empty());
    }

    /** One look at some or all. */
    private final class Round implements WatchRound.Watcher {

        private final Look asAgreed;
        private final Look reconciled;
        private final Predicate<Look.Seen> isNews;
        private int checked;
        private int drifted;
        private int unmatched;
        private int outOfScope;

        Round(Cycle cycle, Brake brake, Predicate<Look.Seen> isNews) {
            Tally tally = new Tally();
            this.asAgreed = new Look(parts, cycle.ofDrift(), brake, tally);
            this.reconciled = new Look(parts, cycle.ofEverything(), brake, tally);
            this.isNews = isNews;
        }

        @Override
        public List<Holding> look(List<Holding> objects) {
            List<Look.Seen> news = new ArrayList<>();
            List<Holding> agreed =
                    objects.stream().filter(one -> one.baseline().isAgreed()).toList();
            for (Look.Seen seen : asAgreed.at(agreed)) {
                checked++;
                if (differs(seen) && isNews.test(seen)) {
                    news.add(seen);
                }
                told.tell(seen.plan(), seen.baseline());
            }
            show(news);
            return List.of();
        }

        private boolean differs(Look.Seen seen) {
            Plan plan = seen.plan();
            boolean isUnmatched = plan.entry().isEmpty() && plan.disposition() instanceof Disposition.Refuse;
            boolean isOutOfScope =
                    plan.disposition() instanceof Disposition.Skip skip && skip.reason() == SkipReason.NOT_IN_SCOPE;
            boolean hasDrifted =
                    !parts.planner().drift().in(plan, seen.baseline()).isEmpty();
            unmatched += isUnmatched ? 1 : 0;
            outOfScope += isOutOfScope ? 1 : 0;
            drifted += hasDrifted ? 1 : 0;
            return isUnmatched || isOutOfScope || hasDrifted;
        }

        private void show(List<Look.Seen> news) {
            Map<CloudObjectId, Plan> after = new HashMap<>();
            reconciled.again(news).forEach(seen -> after.put(seen.object().id(), seen.plan()));
            for (Look.Seen seen : news) {
                Optional<Plan> plan =
                        Optional.ofNullable(after.get(seen.object().id()));
                show.one(
                        seen.plan().shown(),
                        plan.filter(it -> !it.decisions().isEmpty()).map(Plan::shown));
            }
        }

        @Override
        public void asAgreed(List<CloudObjectId> objects) {
            objects.forEach(told::forget);
        }

        @Override
        public void reached(Cursor next) {
            after = next;
        }

        private Result result(Optional<Problem> unwatched) {
            return new Result(checked, drifted, unmatched, outOfScope, unwatched);
        }
    }
}
