package dev.writeback.engine.run;

import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Selection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes objects pending because somebody asks for it: those that wait for their retry, or those that are named. */
public final class Releasing {

    private static final Logger LOG = LoggerFactory.getLogger(Releasing.class);

    private final Parts parts;

    /**
     * What became pending.
     *
     * @param released how many objects
     * @param unknown those that nothing was ever said about
     * @param problem why it was none; nothing as a rule
     */
    public record Result(int released, List<CloudObjectId> unknown, Optional<Problem> problem) {}

    /** Of these parts. */
    public Releasing(Parts parts) {
        this.parts = parts;
    }

    /** Releases the objects that are named, however they stand; everything in escrow if there are none. */
    public Result release(Collection<CloudObjectId> ids) {
        try {
            Instant now = parts.time().instant();
            if (ids.isEmpty()) {
                int all = parts.store().work().reopen(new Selection.Escrowed(), now);
                return new Result(all, List.of(), Optional.empty());
            }
            List<CloudObjectId> named = ids.stream().distinct().toList();
            Set<CloudObjectId> known = parts.store().intake().known(named).stream()
                    .map(CloudObject::id)
                    .collect(Collectors.toSet());
            int released = parts.store().work().reopen(new Selection.Objects(named), now);
            List<CloudObjectId> unknown =
                    named.stream().filter(id -> !known.contains(id)).toList();
            return new Result(released, unknown, Optional.empty());
        } catch (RuntimeException fault) {
            LOG.error("the store failed to release what waits", fault);
            return new Result(0, List.of(), Optional.of(Problems.store(fault)));
        }
    }
}
