package dev.writeback.engine.run;

import dev.writeback.engine.planning.Choice;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Side;
import dev.writeback.plan.Verdict;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Journaling;
import dev.writeback.spi.Parking;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.Settlement.End;
import dev.writeback.spi.WorkItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the conflicts that wait for a person, and takes what the person decides; on the calling thread. */
public final class Deciding {

    private static final Logger LOG = LoggerFactory.getLogger(Deciding.class);

    private final Parts parts;

    /**
     * What a person decides.
     *
     * @param object which object
     * @param attribute which of its attributes
     * @param side whose value is right
     */
    public record Decision(CloudObjectId object, AttributeName attribute, Side side) {
        public Decision {
            if (side == Side.BOTH) {
                throw new IllegalArgumentException("a decision about %s is for one side".formatted(attribute));
            }
        }
    }

    /** Deciding with these parts. */
    public Deciding(Parts parts) {
        this.parts = parts;
    }

    /** Shows each object that has a conflict which nobody has decided yet. */
    public void show(Brake brake, Consumer<Holding> show) {
        try {
            HoldingPages.all(parts.store().records().holdings(), Set.of(Holding.State.PARKED), page -> {
                page.stream().map(Deciding::open).flatMap(Optional::stream).forEach(show);
                brake.stopIfInterrupted();
                return !brake.isPulled();
            });
        } catch (RuntimeException fault) {
            storeFailed(brake, fault);
        }
    }

    /** With the conflicts that are still to be decided; nothing if there is none. */
    private static Optional<Holding> open(Holding holding) {
        List<Parking> open = holding.parked().stream()
                .filter(parking -> !holding.baseline()
                        .agreement(parking.attribute())
                        .filter(agreed -> agreed.directory().equals(parking.directory()))
                        .isPresent())
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(holding.parkedWith(open));
    }

    /** Takes a decision; the problem if it cannot be taken. After the last one about an object that is pending. */
    public Optional<Problem> decide(Decision decision, Cycle cycle, Brake brake) {
        try {
            Optional<Holding> holding = parts.store().records().holdings().of(List.of(decision.object())).stream()
                    .findFirst();
            if (holding.isEmpty()) {
                return Optional.of(Problems.unknownObject(decision.object()));
            }
            List<Parking> open = open(holding.get()).map(Holding::parked).orElse(List.of());
            Optional<Parking> shown = open.stream()
                    .filter(parking -> parking.attribute().equals(decision.attribute()))
                    .findFirst();
            return shown.isPresent()
                    ? claim(decision, shown.get(), without(open, shown.get()), cycle, brake)
                    : Optional.of(Problems.notParked(decision, open));
        } catch (RuntimeException fault) {
            storeFailed(brake, fault);
            return Optional.of(Problems.store(fault));
        }
    }

    private static List<Parking> without(List<Parking> open, Parking decided) {
        return open.stream().filter(parking -> !parking.equals(decided)).toList();
    }

    private Optional<Problem> claim(Decision decision, Parking shown, List<Parking> others, Cycle cycle, Brake brake) {
        List<WorkItem> items = parts.store().work().claim(new Claim.Objects(List.of(decision.object())));
        if (items.isEmpty()) {
            return Optional.of(Problems.unknownObject(decision.object()));
        }
        Settlement settlement = Settlement.released(items.get(0));
        try {
            Case one = looked(items, cycle, brake);
            Optional<Plan> plan = Optional.ofNullable(one.conclusion()).map(Conclusion::plan);
            Optional<AttributeDecision> same = plan.flatMap(it -> it.decision(decision.attribute()))
                    .filter(now -> isAsShown(now, shown) && isParkedWith(decision.object(), shown, others));
            if (same.isEmpty() || one.doubt().isPresent()) {
                return Optional.of(brake.reason()
                        .map(Brake.Reason::problem)
                        .flatMap(it -> it)
                        .orElseGet(() -> Problems.moved(decision)));
            }
            End end = others.isEmpty() ? new Settlement.Released() : new Settlement.Parked(others);
            settlement = settlement(decision, one, plan.get(), same.get(), end, cycle);
            if (others.isEmpty()) {
                // First pending, then decided: should the process die in between, the conflict is merely found again.
                Selection object = new Selection.Objects(List.of(decision.object()));
                parts.store().work().reopen(object, parts.time().instant());
            }
            return Optional.empty();
        } finally {
            parts.store().work().settle(List.of(settlement));
        }
    }

    private Case looked(List<WorkItem> items, Cycle cycle, Brake brake) {
        BatchRun batch = new BatchRun(parts, cycle, brake, new Tally(), Staging::conclude);
        List<Case> cases = batch.open(items);
        batch.process(cases);
        return cases.get(0);
    }

    /** Else the cloud said something in between, and parked once more the object would not be looked at because of it. */
    private boolean isParkedWith(CloudObjectId object, Parking shown, List<Parking> others) {
        return parts.store().records().holdings().of(List.of(object)).stream()
                .filter(now -> now.state() == Holding.State.PARKED)
                .flatMap(now -> open(now).stream())
                .anyMatch(now -> now.parked().contains(shown)
                        && without(now.parked(), shown).equals(others));
    }

    private static boolean isAsShown(AttributeDecision now, Parking shown) {
        return now.verdict() == Verdict.PARKED
                && now.cloud().orElse(List.of()).equals(shown.cloud())
                && now.directory().equals(shown.directory());
    }

    private Settlement settlement(
            Decision decision, Case one, Plan plan, AttributeDecision parked, End end, Cycle cycle) {
        AttributeSyntax syntax = parts.planner().writes().get(decision.attribute());
        Baseline agreed = Choice.agreed(
                one.baseline(),
                plan.entry().orElseThrow(),
                parked,
                syntax == null ? AttributeSyntax.CASE_EXACT : syntax,
                decision.side());
        JournalRecord decided = new JournalRecord.Decided(
                cycle.id(),
                parts.time().instant(),
                decision.object(),
                decision.attribute(),
                decision.side(),
                parked.cloud().orElse(List.of()),
                parked.directory(),
                parked.disclosure());
        List<JournalRecord> records = new ArrayList<>(one.journaling().records());
        records.add(decided);
        return new Settlement(
                one.item(), end, Optional.of(agreed), Optional.empty(), new Journaling(records, Optional.empty()));
    }

    private static void storeFailed(Brake brake, RuntimeException fault) {
        LOG.error("the store failed over what is parked", fault);
        brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
    }
}
