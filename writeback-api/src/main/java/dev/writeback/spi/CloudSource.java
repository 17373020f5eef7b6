package dev.writeback.spi;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where changes come from.
 *
 * <p>A source may deliver a change twice, in another order or in parts; only the newest statement of each attribute
 * counts. One thread reads at a time.
 */
public interface CloudSource extends AutoCloseable {

    /**
     * Reads the next page.
     *
     * @param after where the page before ended; null to begin from the start, which delivers every object
     * @return a page, possibly empty, or why there is none; a source does not throw for what it expects
     */
    SourceRead read(@Nullable Cursor after);

    /** The name that its cursor is kept under; the same after a restart. */
    default String name() {
        return "cloud";
    }

    /**
     * The domains that the organization has verified, each a domain, or with {@code *.} in front every one below it; an
     * address of another one is held back. Asked at the start of each run. Nothing, which is the default, if the source
     * does not know them: then every domain is accepted.
     */
    default Optional<Set<String>> acceptedDomains() {
        return Optional.empty();
    }

    /**
     * Whether there may be something to read by now; must be cheap, for it is asked several times a second between two
     * runs. A source that cannot tell, which is the default, says no and is read again after the pause between runs.
     *
     * @param after where reading ended; null if nothing was read yet
     */
    default boolean mayHaveNews(@Nullable Cursor after) {
        return false;
    }

    /** Lets go of files and connections; does nothing by default. */
    @Override
    default void close() {}
}
