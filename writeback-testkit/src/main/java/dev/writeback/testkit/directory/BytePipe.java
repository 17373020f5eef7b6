package dev.writeback.testkit.directory;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** One direction of a connection that never leaves the process: what is written at one end is read at the other. */
final class BytePipe {

    private static final int CAPACITY = 64 * 1024;

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring = new byte[CAPACITY];
    private int first;
    private int held;
    private boolean closed;

    /** What is left can still be read; then the end is reached. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void write(byte[] from, int offset, int length) throws IOException {
        lock.lock();
        try {
            int done = 0;
            while (done < length) {
                await(() -> held < CAPACITY || closed, 0);
                if (closed) {
                    throw new EOFException("The other end of the connection is closed");
                }
                int at = (first + held) % CAPACITY;
                int part = Math.min(Math.min(length - done, CAPACITY - held), CAPACITY - at);
                System.arraycopy(from, offset + done, ring, at, part);
                held += part;
                done += part;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private int read(byte[] to, int offset, int length, int timeoutMillis) throws IOException {
        lock.lock();
        try {
            await(() -> held > 0 || closed, timeoutMillis);
            if (held == 0) {
                return -1;
            }
            int part = Math.min(Math.min(length, held), CAPACITY - first);
            System.arraycopy(ring, first, to, offset, part);
            first = (first + part) % CAPACITY;
            held -= part;
            changed.signalAll();
            return part;
        } finally {
            lock.unlock();
        }
    }

    private void await(BooleanSupplier ready, int timeoutMillis) throws IOException {
        long left = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        try {
            while (!ready.getAsBoolean()) {
                if (timeoutMillis == 0) {
                    changed.await();
                } else if (left <= 0) {
                    throw new SocketTimeoutException("Nothing came within " + timeoutMillis + " ms");
                } else {
                    left = changed.awaitNanos(left);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted on a connection within the process");
        }
    }

    /** The end to read from; {@code timeout} is asked at each read, in milliseconds, 0 for none. */
    InputStream input(IntSupplier timeout) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                return length == 0 ? 0 : BytePipe.this.read(to, offset, length, timeout.getAsInt());
            }
        };
    }

    /** The end to write to. */
    OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                BytePipe.this.write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                BytePipe.this.write(from, offset, length);
            }
        };
    }
}
