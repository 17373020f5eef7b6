package dev.writeback.testkit.law;

import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Modification;
import dev.writeback.plan.Plan;
import dev.writeback.spi.EntryWrite;
import java.util.ArrayList;
import java.util.List;

/** What is left of a plan when a value is left out of it. */
final class Leaving {

    private static final String SERVER = "memory:389";

    private Leaving() {}

    /**
     * One write for each value that goes, and for each that the cloud states; what else is added saves what only the
     * directory knows, which nobody misses once it is gone. The only value of all leaves nothing, and then the write names
     * no server.
     */
    static List<EntryWrite> each(Plan plan) {
        List<EntryWrite> all = new ArrayList<>();
        for (AttributeDecision decision : plan.decisions()) {
            decision.modification().ifPresent(part -> {
                List<AttributeValue> values = new ArrayList<>(part.add());
                values.retainAll(decision.cloud().orElse(List.of()));
                values.addAll(part.remove());
                values.forEach(value -> all.add(without(plan, part, value)));
            });
        }
        return all;
    }

    private static EntryWrite without(Plan plan, Modification part, AttributeValue value) {
        List<Modification> rest = new ArrayList<>(plan.modifications());
        rest.remove(part);
        List<AttributeValue> remove = new ArrayList<>(part.remove());
        List<AttributeValue> add = new ArrayList<>(part.add());
        if (!remove.remove(value)) {
            add.remove(value);
        }
        if (!remove.isEmpty() || !add.isEmpty()) {
            rest.add(new Modification(part.attribute(), remove, add));
        }
        return rest.isEmpty()
                ? new EntryWrite(plan.entry().orElseThrow(), "", plan.modifications())
                : new EntryWrite(plan.entry().orElseThrow(), SERVER, rest);
    }
}
