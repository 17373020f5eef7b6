package dev.writeback.engine.planning;

import dev.writeback.engine.mapping.Flow;
import dev.writeback.plan.AttributeDecision;
import java.util.List;

/**
 * How many values an entry can hold. Active Directory keeps all values that are not links in one record of its database,
 * which holds about 1,200 to 1,300 of them (Microsoft, "Active Directory maximum limits"), and refuses more.
 */
final class EntrySize {

    /** The most values, links apart, that plans bring an entry to. */
    static final int MOST = 1_200;

    private EntrySize() {}

    /** Takes back what would make the entry too large, the attribute that grows most first. */
    static void hold(List<Flow> flows, List<AttributeDecision> decisions, Refusal refusal) {
        int values = values(flows, decisions);
        while (values > MOST) {
            int largest = fastestGrowing(flows, decisions);
            if (largest < 0) {
                return;
            }
            AttributeDecision decision = decisions.get(largest);
            String reason =
                    "%s would bring the entry to %d values that are not links, and a directory entry holds about %d; shorten it in the cloud."
                            .formatted(decision.attribute(), values, MOST);
            values -= growth(decision);
            decisions.set(largest, refusal.of(flows.get(largest), decision, reason));
        }
    }

    /** Makes of a decision one that writes nothing. */
    @FunctionalInterface
    interface Refusal {
        AttributeDecision of(Flow flow, AttributeDecision decision, String reason);
    }

    private static int values(List<Flow> flows, List<AttributeDecision> decisions) {
        int values = 0;
        for (int i = 0; i < flows.size(); i++) {
            if (!flows.get(i).isLinked()) {
                values += decisions.get(i).result().size();
            }
        }
        return values;
    }

    private static int fastestGrowing(List<Flow> flows, List<AttributeDecision> decisions) {
        int found = -1;
        int most = 0;
        for (int i = 0; i < flows.size(); i++) {
            int growth = flows.get(i).isLinked() ? 0 : growth(decisions.get(i));
            if (growth > most) {
                found = i;
                most = growth;
            }
        }
        return found;
    }

    private static int growth(AttributeDecision decision) {
        return decision.modification()
                .map(change -> change.add().size() - change.remove().size())
                .orElse(0);
    }
}
