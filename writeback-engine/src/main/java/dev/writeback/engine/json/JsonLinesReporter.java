package dev.writeback.engine.json;

import dev.writeback.plan.Status;
import dev.writeback.spi.StatusReporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends statuses to a file, one line of JSON each ({@link StatusJson}, UTF-8).
 *
 * <p>A status is in the file when {@link #report} returns, so it outlives a kill of this process. For one thread at a
 * time; several processes need a file each.
 */
public final class JsonLinesReporter implements StatusReporter, AutoCloseable {

    private static final byte LINE_END = '\n';

    private final FileChannel file;

    private JsonLinesReporter(FileChannel file) {
        this.file = file;
    }

    /**
     * Opens a file to append to; it is created if it does not exist, its folder is not. A last line that was torn by a
     * crash is ended, so that the next status begins a line.
     *
     * @throws IOException if the file cannot be opened or written
     */
    public static JsonLinesReporter appendingTo(Path path) throws IOException {
        boolean torn = isTorn(path);
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        JsonLinesReporter reporter = new JsonLinesReporter(file);
        if (torn) {
            reporter.append(new byte[] {LINE_END});
        }
        return reporter;
    }

    /**
     * Appends a status.
     *
     * @throws UncheckedIOException if it cannot be written; nothing of it is left in the file then
     */
    @Override
    public void report(Status status) {
        try {
            append((StatusJson.line(status) + '\n').getBytes(StandardCharsets.UTF_8));
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

    private void append(byte[] bytes) throws IOException {
        long end = file.size();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            while (rest.hasRemaining()) {
                file.write(rest);
            }
        } catch (IOException fault) {
            file.truncate(end);
            throw fault;
        }
    }

    private static boolean isTorn(Path path) throws IOException {
        if (!Files.exists(path)) {
            return false;
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return file.size() > 0 && file.read(last, file.size() - 1) == 1 && last.get(0) != LINE_END;
        }
    }
}
