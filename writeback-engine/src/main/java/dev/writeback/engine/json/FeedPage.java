package dev.writeback.engine.json;

import dev.writeback.engine.json.FeedCursor.Place;
import dev.writeback.engine.json.FeedFile.Form;
import dev.writeback.engine.json.FeedFile.Line;
import dev.writeback.model.CloudChange;
import dev.writeback.spi.RejectedChange;
import dev.writeback.spi.SourceRead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a feed while it is filled. */
final class FeedPage {

    private static final int LINES = 1_000;
    private static final long BYTES = FeedFile.LONGEST_LINE;

    private final FeedCursor cursor;
    private final UnfinishedLines unfinished;
    private final List<CloudChange> changes = new ArrayList<>();
    private final List<RejectedChange> rejected = new ArrayList<>();
    private long bytes;

    FeedPage(FeedCursor cursor, UnfinishedLines unfinished) {
        this.cursor = cursor;
        this.unfinished = unfinished;
    }

    boolean isFull() {
        return changes.size() + rejected.size() >= LINES || bytes >= BYTES;
    }

    /** Reads a file on until it ends or the page is full. */
    void read(String name, FeedFile file) throws IOException {
        Place reached = null;
        while (!isFull() && reached == null) {
            Line line = file.next();
            if (line == null) {
                break;
            }
            bytes += line.bytes().remaining();
            reached = read(name, file, line);
        }
        cursor.places().put(name, reached == null ? file.place() : reached);
    }

    SourceRead.Page toPage() {
        SourceRead.Rest rest = isFull() ? SourceRead.Rest.MORE : SourceRead.Rest.NO_MORE_NOW;
        return new SourceRead.Page(changes, rejected, cursor.toCursor(), rest);
    }

    /** Takes one line; returns where to stop if it is one to wait for. */
    private @Nullable Place read(String name, FeedFile file, Line line) throws IOException {
        if (line.form() == Form.TOO_LONG) {
            reject(
                    name,
                    line,
                    new MalformedLine(
                            1,
                            "the line is longer than %d bytes; split what it states over several lines"
                                    .formatted(FeedFile.LONGEST_LINE)));
            return null;
        }
        if (line.isBlank()) {
            return null;
        }
        try {
            changes.add(FeedLine.parse(FeedText.decode(line.bytes())));
            return line.form() == Form.UNFINISHED ? file.within(line) : null;
        } catch (MalformedLine malformed) {
            if (line.form() == Form.WHOLE) {
                reject(name, line, malformed);
                return null;
            }
            if (unfinished.isToBeReported(name, line)) {
                reject(name, line, malformed);
            }
            return file.before(line);
        }
    }

    private void reject(String name, Line line, MalformedLine malformed) {
        String content = FeedText.show(line.bytes());
        rejected.add(new RejectedChange(
                name + ":" + line.number() + ":" + malformed.column(),
                malformed.reason(),
                FeedLine.idOf(content),
                content));
    }
}
