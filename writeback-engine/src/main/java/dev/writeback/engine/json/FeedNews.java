package dev.writeback.engine.json;

import dev.writeback.spi.Cursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the files of a feed may hold more than was read, by their names and sizes. A file that is as long as when it was
 * last read holds nothing new, even if reading stopped before a last line that is not finished. Safe for many threads.
 */
final class FeedNews {

    private final Map<String, Long> sizes = new HashMap<>();

    /** The cursor that was taken apart last, which is the same at each look of a pause. */
    private @Nullable Known known;

    private record Known(Cursor cursor, FeedCursor places) {}

    /** That a file was read to its end which was so long before that. */
    synchronized void seen(String name, long size) {
        sizes.put(name, size);
    }

    synchronized boolean isThere(Map<String, Path> files, @Nullable Cursor after) throws IOException {
        FeedCursor places = places(after);
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (hasGrown(file.getKey(), file.getValue(), places)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasGrown(String name, Path path, FeedCursor places) throws IOException {
        try {
            long size = Files.size(path);
            return size != places.place(name).offset() && size != sizes.getOrDefault(name, -1L);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /** A cursor of somebody else means a reading from the start. */
    private FeedCursor places(@Nullable Cursor after) {
        Known last = known;
        if (after == null) {
            return FeedCursor.start();
        } else if (last != null && last.cursor().equals(after)) {
            return last.places();
        }
        FeedCursor places = FeedCursor.of(after).orElse(FeedCursor.start());
        known = new Known(after, places);
        return places;
    }
}
