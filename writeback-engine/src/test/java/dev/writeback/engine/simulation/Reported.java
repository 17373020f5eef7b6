package dev.writeback.engine.simulation;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Status;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whoever is told what became of changes. The same status may come several times, and two nodes may tell it one after the
 * other; what counts is the first time.
 */
final class Reported {

    private final Map<String, Status> byId = new LinkedHashMap<>();

    /** Takes a status; a sentence if another one had its id. */
    Optional<String> take(Status status) {
        Status known = byId.putIfAbsent(status.id(), status);
        return known == null || known.equals(status)
                ? Optional.empty()
                : Optional.of("two statuses have the id " + status.id());
    }

    Collection<Status> all() {
        return byId.values();
    }

    /** The last word about an object. */
    Optional<Status> last(CloudObjectId object) {
        return byId.values().stream()
                .filter(status -> status.object().filter(object::equals).isPresent())
                .reduce((one, next) -> next);
    }
}
