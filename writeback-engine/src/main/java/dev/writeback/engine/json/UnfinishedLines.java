package dev.writeback.engine.json;

import dev.writeback.engine.json.FeedFile.Line;
import java.util.HashMap;
import java.util.Map;

/** Decides when a last line that is not finished is to be reported: once, and not while somebody is writing it. */
final class UnfinishedLines {

    /** What was seen of an unfinished line when it was last looked at. */
    private record Seen(long start, long end, int times) {}

    private final int patience;
    private final Map<String, Seen> files = new HashMap<>();

    /** Reports a line when it has been found unchanged this many times, 1 or more. */
    UnfinishedLines(int patience) {
        this.patience = patience;
    }

    boolean isToBeReported(String file, Line line) {
        Seen now = files.merge(
                file,
                new Seen(line.start(), line.end(), 1),
                (before, first) -> before.start() == first.start() && before.end() == first.end()
                        ? new Seen(first.start(), first.end(), before.times() + 1)
                        : first);
        return now.times() == patience;
    }
}
