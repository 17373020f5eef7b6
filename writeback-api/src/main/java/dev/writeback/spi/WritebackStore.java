package dev.writeback.spi;

import java.time.InstantSource;

/**
 * Where work, baselines and statuses are kept. Many threads use it at once.
 *
 * <p>A store that cannot do its part throws {@link StoreException}: going on without it would lose something.
 */
public interface WritebackStore extends AutoCloseable {

    /** What came in. */
    Intake intake();

    /** What is to be done. */
    WorkQueue work();

    /** What there is to tell. */
    Records records();

    /**
     * The clock that due times go by: the host's own by default. A store that several processes share has one that they
     * have in common, for none of theirs can be trusted.
     *
     * @param own the host's
     */
    default InstantSource clock(InstantSource own) {
        return own;
    }

    /** Lets go of files and connections; does nothing by default. */
    @Override
    default void close() {}
}
