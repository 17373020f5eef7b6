package dev.writeback.engine.json;

import dev.writeback.spi.CloudSource;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.SourceRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads changes from JSON Lines (UTF-8, one object a line): a file, or the {@code *.jsonl} files of a folder in the order
 * of their names.
 *
 * <p>Files are streamed in pages of about a thousand lines, never held in memory, and followed: lines that are appended
 * and files that are added come with a later read. A file that was shortened or replaced makes the cursor expire; one
 * that is taken away after it was read does not. A folder of more than 10,000 files is refused: each is
 * followed, so that none grows unseen. A byte order mark, blank lines and CRLF are passed over. A line longer than 4 MiB, or one that is not exactly
 * as the format says, is rejected with its place {@code file:line:column} (from 1, columns in characters); the others go
 * on. A last line without its line end counts if it can be read; if not, it is rejected, and read again when it has grown.
 *
 * <p>For one thread at a time.
 */
public final class JsonLinesSource implements CloudSource {

    /** As many places as fit a cursor, however long the names are. */
    private static final int MOST_FILES = 10_000;

    private final FeedFiles files;
    private final UnfinishedLines unfinished;
    private final FeedNews news = new FeedNews();

    private JsonLinesSource(Path path, int patience) {
        this.files = new FeedFiles(path.toAbsolutePath().normalize());
        this.unfinished = new UnfinishedLines(patience);
    }

    /**
     * A source for one pass: a last line that is not finished is rejected at once.
     *
     * @param path a file or a folder; it need not exist yet, and reads say so
     */
    public static JsonLinesSource of(Path path) {
        return new JsonLinesSource(path, 1);
    }

    /**
     * A source for reading on and on: a last line that is not finished is rejected once it was found unchanged twice,
     * so that a line in the middle of being written is waited for.
     *
     * @param path a file or a folder; it need not exist yet, and reads say so
     */
    public static JsonLinesSource following(Path path) {
        return new JsonLinesSource(path, 2);
    }

    /** {@code jsonl:} and the absolute path. */
    @Override
    public String name() {
        return "jsonl:" + files.path();
    }

    /**
     * Reads about a thousand lines.
     *
     * @return a page; {@link SourceRead.Unavailable} if the path is missing or cannot be read;
     *     {@link SourceRead.CursorExpired} if a file is shorter than what was read of it, or another one
     */
    @Override
    public SourceRead read(@Nullable Cursor after) {
        Optional<FeedCursor> cursor = FeedCursor.of(after);
        if (cursor.isEmpty()) {
            return new SourceRead.CursorExpired();
        }
        try {
            return page(cursor.get());
        } catch (IOException fault) {
            return new SourceRead.Unavailable(files.problem(fault));
        }
    }

    /** Looks at the names and sizes of the files alone: one that was replaced by another of the same size is seen by a read. */
    @Override
    public boolean mayHaveNews(@Nullable Cursor after) {
        try {
            Map<String, Path> found = files.list();
            return found.size() <= MOST_FILES && news.isThere(found, after);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private SourceRead page(FeedCursor cursor) throws IOException {
        Map<String, Path> found = files.list();
        if (found.size() > MOST_FILES) {
            return new SourceRead.Unavailable(files.tooMany(found.size(), MOST_FILES));
        }
        cursor.places().keySet().retainAll(found.keySet());
        FeedPage page = new FeedPage(cursor, unfinished);
        for (Map.Entry<String, Path> entry : found.entrySet()) {
            if (page.isFull()) {
                break;
            }
            if (!read(entry.getKey(), entry.getValue(), page, cursor)) {
                return new SourceRead.CursorExpired();
            }
        }
        return page.toPage();
    }

    /** Reads one file into the page; false if it is not the file that was read before. */
    private boolean read(String name, Path path, FeedPage page, FeedCursor cursor) throws IOException {
        FeedCursor.Place start = cursor.place(name);
        try (FeedFile file = FeedFile.open(path, start)) {
            if (!file.continues(start)) {
                return false;
            }
            long size = file.size();
            page.read(name, file);
            if (!page.isFull()) {
                news.seen(name, size);
            }
            return true;
        } catch (NoSuchFileException gone) {
            if (Files.isDirectory(files.path())) {
                return true;
            }
            throw gone;
        }
    }
}
