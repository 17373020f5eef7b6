package dev.writeback.spi;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which entries of a directory have changed, whoever changed them.
 *
 * <p>It may tell of an entry twice, or of one that did not change in what was asked for; it never misses one. One thread
 * reads at a time.
 */
@FunctionalInterface
public interface DirectoryWatch {

    /**
     * Reads the next page.
     *
     * @param after where the page before ended; null to begin now, which tells of no entry that changed earlier
     * @param attributes what to tell of, and how values are to be taken
     * @return a page, possibly empty, or why there is none; a watch does not throw for what it expects
     */
    WatchRead read(@Nullable Cursor after, Map<AttributeName, AttributeSyntax> attributes);
}
