package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of JSON Lines (UTF-8) that is appended to. A line is in it when {@link #append} returns, so it outlives a kill of
 * this process; one that cannot be written leaves nothing behind.
 *
 * <p>A kill in the middle of a write tears the last line. The next process takes away what is left of it before it appends
 * its first line: half a line says nothing, and half a character would make the file unreadable as UTF-8. A last line
 * that is whole and only lacks its end is kept and ended, and so is one that is no JSON object. A process that appends
 * nothing changes nothing.
 *
 * <p>For one thread at a time; several processes need a file each.
 */
public final class JsonLinesFile implements AutoCloseable {

    private static final byte LINE_END = '\n';
    private static final int BLOCK = 8192;
    private static final ObjectReader JSON =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path path;
    private final FileChannel file;
    private boolean mended;

    private JsonLinesFile(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens a file; it is created if it does not exist, its folder is not.
     *
     * @throws IOException if the file cannot be opened for writing
     */
    public static JsonLinesFile appendingTo(Path path) throws IOException {
        return new JsonLinesFile(path, FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /**
     * Appends a line.
     *
     * @param line JSON on one line, without the line's end
     * @throws IOException if it cannot be written; nothing of it is left in the file then
     */
    public void append(String line) throws IOException {
        if (!mended) {
            mend();
            mended = true;
        }
        write((line + '\n').getBytes(StandardCharsets.UTF_8));
    }

    /** Closes the file. */
    @Override
    public void close() throws IOException {
        file.close();
    }

    private void write(byte[] bytes) throws IOException {
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

    private void mend() throws IOException {
        try (FileChannel old = FileChannel.open(path, StandardOpenOption.READ)) {
            long begin = beginOfLastLine(old);
            if (begin == old.size()) {
                return;
            }
            if (isTorn(bytes(old, begin, Math.toIntExact(old.size() - begin)))) {
                file.truncate(begin);
            } else {
                write(new byte[] {LINE_END});
            }
        }
    }

    /** Where the line begins that has no end; the file's size if the last one has its. */
    private static long beginOfLastLine(FileChannel file) throws IOException {
        long end = file.size();
        while (end > 0) {
            int length = (int) Math.min(BLOCK, end);
            byte[] block = bytes(file, end - length, length);
            for (int i = length - 1; i >= 0; i--) {
                if (block[i] == LINE_END) {
                    return end - length + i + 1;
                }
            }
            end -= length;
        }
        return 0;
    }

    private static byte[] bytes(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
            // A read may bring less than was asked for.
        }
        return bytes.array();
    }

    private static boolean isTorn(byte[] line) throws IOException {
        if (line[0] != '{') {
            return false;
        }
        try {
            JSON.readTree(line);
            return false;
        } catch (JsonProcessingException torn) {
            return true;
        }
    }
}
