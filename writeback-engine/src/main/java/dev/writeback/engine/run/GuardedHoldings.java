package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a store holds; where it fails to tell, the brake is pulled and nothing is told. */
final class GuardedHoldings implements Holdings {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedHoldings.class);

    private final Parts parts;
    private final Brake brake;

    GuardedHoldings(Parts parts, Brake brake) {
        this.parts = parts;
        this.brake = brake;
    }

    @Override
    public List<Holding> page(Set<Holding.State> states, Optional<CloudObjectId> after, int atMost) {
        return told(() -> holdings().page(states, after, atMost));
    }

    @Override
    public List<Holding> ofEntries(Collection<ObjectGuid> entries) {
        return entries.isEmpty() ? List.of() : told(() -> holdings().ofEntries(entries));
    }

    @Override
    public List<Holding> of(Collection<CloudObjectId> ids) {
        return ids.isEmpty() ? List.of() : told(() -> holdings().of(ids));
    }

    private Holdings holdings() {
        return parts.store().records().holdings();
    }

    private List<Holding> told(Supplier<List<Holding>> question) {
        if (brake.isPulled()) {
            return List.of();
        }
        try {
            return question.get();
        } catch (RuntimeException fault) {
            LOG.error("the store failed to tell what was agreed", fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
            return List.of();
        }
    }
}
