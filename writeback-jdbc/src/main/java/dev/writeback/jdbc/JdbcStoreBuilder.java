package dev.writeback.jdbc;

import dev.writeback.spi.StoreException;
import java.time.Duration;
import javax.sql.DataSource;

/** How a store is to be opened. */
public final class JdbcStoreBuilder {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);
    private static final Duration LONGEST_LEASE = Duration.ofHours(1);

    private final DataSource source;
    private Duration lease = Duration.ofSeconds(30);

    JdbcStoreBuilder(DataSource source) {
        this.source = source;
    }

    /**
     * For how long nodes that share the store believe in one that they hear nothing of; after that the others take over
     * what it has in its hands. It gives a sign of life three times as often, and begins no write to the directory in the
     * last quarter, so that is the most that a single write may take.
     *
     * @param length 1 second to 1 hour; 30 seconds by default. Without effect in H2, which nodes do not share
     */
    public JdbcStoreBuilder lease(Duration length) {
        if (length.compareTo(SHORTEST_LEASE) < 0 || length.compareTo(LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException(
                    "a lease of %s is asked for; it may be 1 second to 1 hour long".formatted(length));
        }
        this.lease = length;
        return this;
    }

    /**
     * Opens it.
     *
     * @throws StoreException as {@link JdbcStore#open(DataSource)} says
     */
    public JdbcStore open() {
        return JdbcStore.open(source, lease);
    }
}
