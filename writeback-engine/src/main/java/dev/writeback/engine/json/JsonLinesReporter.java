package dev.writeback.engine.json;

import dev.writeback.plan.Status;
import dev.writeback.spi.StatusReporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Appends statuses to a file, one line of JSON each ({@link StatusJson}, UTF-8).
 *
 * <p>A status is in the file when {@link #report} returns, so it outlives a kill of this process. For one thread at a
 * time; several processes need a file each.
 */
public final class JsonLinesReporter implements StatusReporter, AutoCloseable {

    private final JsonLinesFile file;

    private JsonLinesReporter(JsonLinesFile file) {
        this.file = file;
    }

    /**
     * Opens a file to append to; it is created if it does not exist, its folder is not. A last line that was torn by a
     * crash is taken away before the first status is appended ({@link JsonLinesFile}): its status was not delivered, and
     * is delivered again.
     *
     * @throws IOException if the file cannot be opened or written
     */
    public static JsonLinesReporter appendingTo(Path path) throws IOException {
        return new JsonLinesReporter(JsonLinesFile.appendingTo(path));
    }

    /**
     * Appends a status.
     *
     * @throws UncheckedIOException if it cannot be written; nothing of it is left in the file then
     */
    @Override
    public void report(Status status) {
        try {
            file.append(StatusJson.line(status));
        } catch (IOException fault) {
            throw new UncheckedIOException("the status file cannot be written: " + fault.getMessage(), fault);
        }
    }

    /**
     * Closes the file.
     *
     * @throws UncheckedIOException if the system says that it cannot
     */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException fault) {
            throw new UncheckedIOException("the status file cannot be closed: " + fault.getMessage(), fault);
        }
    }
}
