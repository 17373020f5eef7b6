package dev.writeback.spi;

import dev.writeback.plan.WriteOutcome;
import java.util.List;
import java.util.Optional;

/**
 * Where changes go. Many threads use it at once.
 *
 * <p>A sink does not throw for what a directory may do: what is expected comes as a result.
 */
public interface DirectorySink extends AutoCloseable {

    /**
     * Reads entries in few searches, never one an entry.
     *
     * @return one outcome for each list of anchors, in their order
     */
    List<LookupOutcome> lookup(LookupRequest request);

    /** Writes one entry, if it still holds what the modifications say it holds. */
    WriteOutcome write(EntryWrite write);

    /**
     * Writes several entries, several of which may be on their way at once. Each of them is written as {@link #write} does
     * it: none keeps another back, and none depends on another. One after the other by default.
     *
     * @return one outcome for each write, in their order
     */
    default List<WriteOutcome> writeAll(List<EntryWrite> writes) {
        return writes.stream().map(this::write).toList();
    }

    /** How many writes it is best given at once; 1, which is the default, if giving it several is of no use. */
    default int writesAtOnce() {
        return 1;
    }

    /** Looks whether the directory can be reached and allows what is asked for; changes nothing. */
    List<Finding> check(CheckRequest request);

    /** What tells which entries have changed; nothing, which is the default, if the directory cannot tell. */
    default Optional<DirectoryWatch> watch() {
        return Optional.empty();
    }

    /** Lets go of connections; does nothing by default. */
    @Override
    default void close() {}
}
