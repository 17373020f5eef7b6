package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.RollBack;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Shows what handing objects back to on-premises management would overwrite in the cloud; it changes nothing. */
public final class RollBackView {

    private static final int BATCH = 100;

    private final Parts parts;

    /**
     * What was looked at.
     *
     * @param checked how many cloud-managed objects
     * @param losing how many of them would change in the cloud
     * @param unmatched how many have no entry that could be looked at
     * @param unknown which objects that were asked for the store knows nothing of, or the cloud does not manage
     */
    public record Result(int checked, int losing, int unmatched, List<CloudObjectId> unknown) {
        public Result {
            unknown = List.copyOf(unknown);
        }
    }

    /** A view of these parts. */
    public RollBackView(Parts parts) {
        this.parts = parts;
    }

    /**
     * Shows each object that would lose something, or has no entry.
     *
     * @param ids which objects; all if there are none
     */
    public Result show(Collection<CloudObjectId> ids, Cycle cycle, Brake brake, Consumer<RollBack> show) {
        Round round = new Round(cycle, brake, show);
        Holdings holdings = new GuardedHoldings(parts, brake);
        if (ids.isEmpty()) {
            HoldingPages.all(holdings, page -> {
                round.take(page);
                brake.stopIfInterrupted();
                return !brake.isPulled();
            });
            return round.result(List.of());
        }
        round.take(holdings.of(ids));
        return round.result(
                brake.isPulled()
                        ? List.of()
                        : ids.stream()
                                .distinct()
                                .filter(id -> !round.seen.contains(id))
                                .toList());
    }

    private final class Round {

        private final Look look;
        private final Brake brake;
        private final Consumer<RollBack> show;
        private final Set<CloudObjectId> seen = new HashSet<>();
        private int checked;
        private int losing;
        private int unmatched;

        Round(Cycle cycle, Brake brake, Consumer<RollBack> show) {
            this.look = new Look(parts, cycle.ofEverything(), brake, new Tally());
            this.brake = brake;
            this.show = show;
        }

        void take(List<Holding> page) {
            List<Holding> managed = new ArrayList<>(page);
            managed.removeIf(one -> !parts.planner().takesPart(one.object()));
            seen.clear();
            managed.forEach(one -> seen.add(one.object().id()));
            for (int from = 0; from < managed.size() && !brake.isPulled(); from += BATCH) {
                look.at(managed.subList(from, Math.min(managed.size(), from + BATCH)))
                        .forEach(this::one);
            }
        }

        private void one(Look.Seen object) {
            RollBack back = parts.planner().rollBack(object.plan(), object.object());
            boolean isUnmatched = back.plan().entry().isEmpty();
            checked++;
            unmatched += isUnmatched ? 1 : 0;
            losing += back.overwritten().isEmpty() ? 0 : 1;
            if (isUnmatched || !back.overwritten().isEmpty()) {
                show.accept(back);
            }
        }

        private Result result(List<CloudObjectId> unknown) {
            return new Result(checked, losing, unmatched, unknown);
        }
    }
}
