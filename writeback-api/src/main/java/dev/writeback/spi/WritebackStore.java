package dev.writeback.spi;

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

    /** Lets go of files and connections; does nothing by default. */
    @Override
    default void close() {}
}
