package dev.writeback.spi;

import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.ReplicaMark;
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

    /**
     * Who has addresses that are about to be written; asked in few searches, never one an address. A directory that has
     * several parts, such as the domains of a forest, is asked about all of them. It cannot tell by default.
     */
    default HolderOutcome holders(HolderRequest request) {
        return new HolderOutcome.CannotTell();
    }

    /** What tells which entries have changed; nothing, which is the default, if the directory cannot tell. */
    default Optional<DirectoryWatch> watch() {
        return Optional.empty();
    }

    /**
     * What the conditions of a scope come to now. By default organizational units are found with {@link #lookup}, each by
     * its name or id as an anchor, and groups and filters cannot be told; a sink that takes a filter takes it in
     * {@link LookupRequest#filter} too.
     */
    default ScopeRead scope(ScopeConditions conditions) {
        return NamedUnits.of(this, conditions);
    }

    /**
     * Whether an entry may hold the name of another one as a value. Always by default; entries of two forests of Active
     * Directory cannot name each other.
     *
     * @param holder an entry as this sink found it
     * @param named the name of an entry that this sink found too
     */
    default boolean canName(DirectoryEntry holder, Dn named) {
        return true;
    }

    /**
     * The root of the forest that the entries belong to, by which it is known whether two directories are of one; nothing,
     * which is the default, if there are no forests or it cannot be told now.
     */
    default Optional<Dn> forest() {
        return Optional.empty();
    }

    /**
     * What another copy of the directory must have seen to show all that was written to this server until now. Asked for
     * once after some writes, not after each.
     *
     * @param server what {@link dev.writeback.model.DirectoryEntry#server} said
     * @return nothing, which is the default, if there is one copy only, or the directory does not tell
     */
    default Optional<ReplicaMark> mark(String server) {
        return Optional.empty();
    }

    /** Lets go of connections; does nothing by default. */
    @Override
    default void close() {}
}
