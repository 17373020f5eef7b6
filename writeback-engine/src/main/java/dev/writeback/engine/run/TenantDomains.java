package dev.writeback.engine.run;

import dev.writeback.engine.exchange.AcceptedDomains;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose addresses may be written, as the configuration says or else the source. Not for several threads at once. */
public final class TenantDomains {

    private static final AcceptedDomains NONE = new AcceptedDomains(Set.of());
    private static final Logger LOG = LoggerFactory.getLogger(TenantDomains.class);

    private final Parts parts;
    private @Nullable AcceptedDomains last;

    /** Those of these parts. */
    public TenantDomains(Parts parts) {
        this.parts = parts;
    }

    /** The domains as of now. If the source fails to tell, those of the last time count; without any the run ends. */
    public AcceptedDomains current(Brake brake) {
        return parts.domains().orElseGet(() -> asked(brake));
    }

    private AcceptedDomains asked(Brake brake) {
        try {
            AcceptedDomains now =
                    parts.source().acceptedDomains().map(AcceptedDomains::of).orElse(AcceptedDomains.all());
            last = now;
            return now;
        } catch (RuntimeException fault) {
            String name = parts.source().name();
            LOG.warn(
                    "the source {} failed to tell its domains with a {}",
                    name,
                    fault.getClass().getName());
            LOG.debug("the source", fault);
            if (last != null) {
                return last;
            }
            brake.pull(Brake.Cause.SOURCE_UNREACHABLE, Problems.source(name, fault));
            return NONE;
        }
    }
}
