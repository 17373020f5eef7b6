package dev.writeback.engine;

import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * An object that drifted, or whose entry is gone or no longer in scope.
 *
 * @param plan how it stands: a decision whose verdict is drift holds what was agreed, what the directory holds and what the
 *     cloud states. Of an object that could not be looked at, or whose entry is out of scope, the disposition says why
 * @param reconciled the plan of a reconciliation; nothing of an entry that it would leave alone
 */
public record Drifted(Plan plan, Optional<Plan> reconciled) {

    private static final String DRIFT = "drift-";

    /** The decisions about what drifted; those of a rule that has drift repaired or accepted are among them. */
    public List<AttributeDecision> decisions() {
        return plan.decisions().stream()
                .filter(decision -> decision.provenance().rule().startsWith(DRIFT))
                .toList();
    }
}
