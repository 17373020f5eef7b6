package dev.writeback.testkit.contract;

import dev.writeback.spi.Cursor;
import java.util.List;

/**
 * A directory whose watch is tested; {@link #sink()} and {@link #unreachable()} have one.
 *
 * <p>The watch tells of few entries at once, ten at most, if that can be set.
 */
public interface WatchedDirectory extends DirectoryUnderTest {

    /**
     * Places that the watch must not go on from: the same place as another server would have given it, as this one would
     * have before it was restored from a backup, and what no watch gave.
     */
    List<Cursor> foreign(Cursor place);
}
