package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.Parking;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The conflicts of a batch that wait for a person, and which of them did so before. */
final class Parked {

    private final Map<CloudObjectId, List<Parking>> before = new HashMap<>();

    /** Costs nothing if no case has such a conflict. */
    Parked(Holdings holdings, List<Case> cases) {
        List<CloudObjectId> ids = cases.stream()
                .filter(one ->
                        one.conclusion() != null && !one.conclusion().parked().isEmpty())
                .map(Case::id)
                .toList();
        if (!ids.isEmpty()) {
            for (Holding holding : holdings.of(ids)) {
                before.put(holding.object().id(), holding.parked());
            }
        }
    }

    /** The conflicts of a case; one that waited before has done so since then. */
    List<Parking> of(Case one, Conclusion conclusion) {
        return conclusion.parked().stream()
                .map(decision -> parking(decision, one))
                .toList();
    }

    /** Whether they are those that waited before. */
    boolean areKnown(Case one, List<Parking> conflicts) {
        return conflicts.equals(before.getOrDefault(one.id(), List.of()));
    }

    private Parking parking(AttributeDecision decision, Case one) {
        Parking now = of(decision, one.ended());
        return before.getOrDefault(one.id(), List.of()).stream()
                .filter(known -> of(decision, known.since()).equals(known))
                .findFirst()
                .orElse(now);
    }

    private static Parking of(AttributeDecision decision, Instant since) {
        return new Parking(
                decision.attribute(),
                decision.cloud().orElse(List.of()),
                decision.directory(),
                since,
                decision.disclosure());
    }
}
