package dev.writeback.engine.run;

import dev.writeback.engine.guard.Excess;
import dev.writeback.engine.planning.UndoPlanner;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Settlement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what an undo would write; each object stays as it was. */
final class UndoShow implements Undo.Desk {

    private static final Logger LOG = LoggerFactory.getLogger(UndoShow.class);

    private final Parts parts;
    private final Brake brake;
    private final Tally tally;
    private final Spending spending;
    private final Consumer<Plan> show;
    /** How entries that the run wrote more than once would be by then. */
    private final Map<ObjectGuid, Map<AttributeName, List<AttributeValue>>> later = new HashMap<>();

    private Consumer<Plan> remember = plan -> {};
    private int left;
    private int destroyed;
    private Optional<Problem> held = Optional.empty();

    UndoShow(Parts parts, Brake brake, Tally tally, Spending spending, Consumer<Plan> show) {
        this.parts = parts;
        this.brake = brake;
        this.tally = tally;
        this.spending = spending;
        this.show = show;
    }

    @Override
    public UndoCourse.View view(RunPages pages) {
        remember = plan -> {
            if (plan.writes() && pages.isWrittenAgain(plan.entry().orElseThrow().guid())) {
                plan.decisions().stream()
                        .filter(AttributeDecision::writes)
                        .forEach(decision -> later.computeIfAbsent(
                                        plan.entry().orElseThrow().guid(), unknown -> new HashMap<>())
                                .put(decision.attribute(), decision.result()));
            }
        };
        return this::seen;
    }

    @Override
    public void end(Cycle cycle, List<Case> cases) {
        try {
            parts.store()
                    .work()
                    .settle(cases.stream()
                            .map(one -> Settlement.released(one.item()))
                            .toList());
        } catch (RuntimeException fault) {
            LOG.error("the store failed to take {} objects back", cases.size(), fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
        }
        cases.forEach(this::one);
    }

    int left() {
        return left;
    }

    int destroyed() {
        return destroyed;
    }

    /** Why the undo would be held, if it would. */
    Optional<Problem> held() {
        return held;
    }

    private DirectoryEntry seen(DirectoryEntry entry) {
        Map<AttributeName, List<AttributeValue>> changed = later.get(entry.id().guid());
        if (changed == null) {
            return entry;
        }
        Map<AttributeName, List<AttributeValue>> attributes = new LinkedHashMap<>(entry.attributes());
        attributes.putAll(changed);
        return new DirectoryEntry(
                entry.id(), attributes, entry.server(), entry.changed(), entry.mark(), entry.outside());
    }

    private void one(Case one) {
        tally.settled(one);
        Conclusion conclusion = one.conclusion();
        if (conclusion == null) {
            return;
        }
        Plan plan = conclusion.plan();
        left += UndoPlanner.left(plan);
        destroyed += plan.destroyed();
        if (held.isEmpty()) {
            held = spending.spend(plan).map(Excess::stopped);
        }
        remember.accept(plan);
        show.accept(plan.shown());
    }
}
