package dev.writeback.engine.json;

import dev.writeback.engine.json.FeedCursor.Place;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** One file of a feed, read line by line from some place in it. A line is never longer in memory than the bound. */
final class FeedFile implements Closeable {

    /** The longest line that is read, in bytes. */
    static final int LONGEST_LINE = 4 << 20;

    private static final int CHECKED = 256;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
    private final LineBytes line = new LineBytes(LONGEST_LINE);

    /** What follows the bytes that were taken from the buffer. */
    private long offset;

    private long number;

    private FeedFile(FileChannel channel, Place start) {
        this.channel = channel;
        this.offset = start.offset();
        this.number = start.line();
    }

    /**
     * One line.
     *
     * @param number from 1
     * @param start where its first byte is
     * @param end where the following line begins
     * @param bytes without the line's end; cut where the line is too long
     * @param form how it ends
     */
    record Line(long number, long start, long end, ByteBuffer bytes, Form form) {
        boolean isBlank() {
            for (int i = 0; i < bytes.limit(); i++) {
                byte b = bytes.get(i);
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** What kind of line it is. */
    enum Form {
        WHOLE,
        /** The file ends before the line does; more of it may come. */
        UNFINISHED,
        TOO_LONG
    }

    static FeedFile open(Path path, Place start) throws IOException {
        return new FeedFile(FileChannel.open(path, StandardOpenOption.READ), start);
    }

    /** Whether this is still the file that was read up to that place. */
    boolean continues(Place place) throws IOException {
        return channel.size() >= place.offset() && check(place.offset()) == place.check();
    }

    /** How long it is by now. */
    long size() throws IOException {
        return channel.size();
    }

    /** The place behind the lines that were returned. */
    Place place() throws IOException {
        return new Place(offset, number, check(offset));
    }

    /** The place in front of a line. */
    Place before(Line at) throws IOException {
        return new Place(at.start(), at.number() - 1, check(at.start()));
    }

    /** The place behind what there is of a line whose end has not come yet. */
    Place within(Line at) throws IOException {
        return new Place(at.end(), at.number() - 1, check(at.end()));
    }

    /** The next line; null at the end of the file. */
    @Nullable
    Line next() throws IOException {
        long start = offset;
        line.clear();
        while (fill()) {
            int length = lengthToLineEnd();
            line.add(buffer.array(), buffer.position(), length);
            buffer.position(buffer.position() + length);
            offset += length;
            if (buffer.hasRemaining()) {
                buffer.get();
                offset++;
                return new Line(++number, start, offset, bytes(start), line.isCut() ? Form.TOO_LONG : Form.WHOLE);
            }
        }
        return offset == start
                ? null
                : new Line(++number, start, offset, bytes(start), line.isCut() ? Form.TOO_LONG : Form.UNFINISHED);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** How many bytes of the buffer stand before the next line end, or before the buffer's end. */
    private int lengthToLineEnd() {
        byte[] bytes = buffer.array();
        int at = buffer.position();
        while (at < buffer.limit() && bytes[at] != '\n') {
            at++;
        }
        return at - buffer.position();
    }

    private ByteBuffer bytes(long start) {
        line.dropLast((byte) '\r');
        return ByteBuffer.wrap(start == 0 ? line.bytesWithout(BOM) : line.bytes());
    }

    private boolean fill() throws IOException {
        if (buffer.hasRemaining()) {
            return true;
        }
        buffer.clear();
        int read = channel.read(buffer, offset);
        buffer.flip();
        return read > 0;
    }

    private long check(long end) throws IOException {
        if (end == 0) {
            return 0;
        }
        long from = Math.max(0, end - CHECKED);
        ByteBuffer tail = ByteBuffer.allocate((int) (end - from));
        while (tail.hasRemaining() && channel.read(tail, from + tail.position()) > 0) {
            // reads on until the tail is full or the file ends
        }
        CRC32 sum = new CRC32();
        sum.update(tail.flip());
        return sum.getValue();
    }
}
