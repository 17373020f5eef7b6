package dev.writeback.testkit.cloud;

import dev.writeback.model.CloudChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A cloud in a directory of {@code *.jsonl} files, in the format of the feed ({@code docs/formats.md}), for who reads files:
 * the agent, or a reader of one's own. It grows as a test writes, a whole script at a time or a change, also with lines
 * that cannot be read and with one that is not finished yet. Not for several threads at once.
 *
 * <pre>{@code
 * FileFeed feed = FileFeed.in(directory).write(ScriptedCloud.generated(1, 10_000)).malformed("oops");
 * }</pre>
 */
public final class FileFeed {

    private final Path directory;
    private Path file;
    private int pages;
    private String rest = "";

    private FileFeed(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("0001.jsonl");
    }

    /**
     * A feed in this directory, which is made if it is not there; what is written first goes to {@code 0001.jsonl}.
     *
     * @throws UncheckedIOException if the directory cannot be made
     */
    public static FileFeed in(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException("the feed cannot have the directory %s".formatted(directory), failure);
        }
        return new FileFeed(directory);
    }

    /** The directory of its files. */
    public Path directory() {
        return directory;
    }

    /** Has what is written from now on go to this file; a reader takes files in the order of their names. */
    public FileFeed file(String name) {
        finish();
        file = directory.resolve(name);
        return this;
    }

    /** Writes changes, a line each. */
    public FileFeed add(CloudChange... changes) {
        return add(List.of(changes));
    }

    /** Writes changes, a line each. */
    public FileFeed add(Collection<? extends CloudChange> changes) {
        StringBuilder lines = new StringBuilder();
        changes.forEach(change -> lines.append(FeedJson.line(change)).append('\n'));
        finish();
        return append(lines.toString());
    }

    /**
     * Writes every page of a script that this feed has not written yet, so that a feed grows with its script. What a page
     * could not read is written word for word. Outages, expired cursors and answers of a test have no place in a file.
     */
    public FileFeed write(ScriptedCloud script) {
        for (Optional<Supplier<ScriptedPage>> page = script.written(pages);
                page.isPresent();
                page = script.written(++pages)) {
            ScriptedPage written = page.get().get();
            add(written.changes());
            written.rejected().forEach(rejected -> malformed(rejected.content()));
        }
        return this;
    }

    /**
     * Writes a line as it stands.
     *
     * @throws IllegalArgumentException if it holds a line end, and so is two
     */
    public FileFeed malformed(String line) {
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a malformed line has a line end within; write two lines");
        }
        finish();
        return append(line + "\n");
    }

    /** Writes the first half of a line, as a writer leaves it that is not done yet; see {@link #finish}. */
    public FileFeed unfinished(CloudChange change) {
        finish();
        String line = FeedJson.line(change) + "\n";
        int half = line.offsetByCodePoints(0, line.codePointCount(0, line.length()) / 2);
        append(line.substring(0, half));
        rest = line.substring(half);
        return this;
    }

    /** Writes the rest of a line that is not finished; whatever is written next does that too. */
    public FileFeed finish() {
        String left = rest;
        rest = "";
        return left.isEmpty() ? this : append(left);
    }

    private FileFeed append(String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException("the feed cannot be written to %s".formatted(file), failure);
        }
        return this;
    }
}
