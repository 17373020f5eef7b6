package dev.writeback.engine.run;

import dev.writeback.spi.Cursor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the source may have something to read between two runs. The store is asked once for each pause where reading
 * ended, not at each look.
 */
public final class News {

    private static final Logger LOG = LoggerFactory.getLogger(News.class);

    private final Parts parts;
    private @Nullable Reached reached;

    /** Where reading ended; nothing before the first page. */
    private record Reached(Optional<Cursor> after) {}

    /** Of these parts. */
    public News(Parts parts) {
        this.parts = parts;
    }

    /** Says that somebody has read on. */
    public void forget() {
        reached = null;
    }

    /** Whether there may be something; false if nobody can tell. */
    public boolean isThere() {
        try {
            Reached known = reached;
            if (known == null) {
                known = new Reached(parts.store().intake().cursor(parts.source().name()));
                reached = known;
            }
            return parts.source().mayHaveNews(known.after().orElse(null));
        } catch (Throwable fault) {
            LOG.debug("nobody knows whether the source has news", fault);
            return false;
        }
    }
}
