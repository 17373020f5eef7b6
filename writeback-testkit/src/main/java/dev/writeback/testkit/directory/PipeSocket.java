package dev.writeback.testkit.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** One end of a connection within the process. What a network would need to know is taken and forgotten. */
final class PipeSocket extends Socket {

    /** What happens when the client's end connects. */
    @FunctionalInterface
    interface Door {
        void open(PipeSocket client) throws IOException;
    }

    private final BytePipe incoming;
    private final BytePipe outgoing;
    private final @Nullable Door door;
    private volatile boolean connected;
    private volatile boolean closed;
    private volatile int timeoutMillis;

    private PipeSocket(BytePipe incoming, BytePipe outgoing, @Nullable Door door) throws SocketException {
        super((java.net.SocketImpl) null);
        this.incoming = incoming;
        this.outgoing = outgoing;
        this.door = door;
        this.connected = door == null;
    }

    /** A client's end, which connects to what is behind a door. */
    static PipeSocket client(Door door) throws SocketException {
        return new PipeSocket(new BytePipe(), new BytePipe(), door);
    }

    /** The other end. */
    PipeSocket other() throws SocketException {
        return new PipeSocket(outgoing, incoming, null);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (door != null) {
            door.open(this);
            connected = true;
        }
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public InputStream getInputStream() {
        return incoming.input(() -> timeoutMillis);
    }

    @Override
    public OutputStream getOutputStream() {
        return outgoing.output();
    }

    @Override
    public void close() {
        closed = true;
        incoming.close();
        outgoing.close();
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public InetAddress getInetAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public int getPort() {
        return 0;
    }

    @Override
    public int getLocalPort() {
        return 0;
    }

    @Override
    public void setSoTimeout(int timeout) {
        timeoutMillis = timeout;
    }

    @Override
    public int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // There is nothing to delay.
    }

    @Override
    public void setKeepAlive(boolean on) {
        // There is nothing to keep alive.
    }

    @Override
    public void setReuseAddress(boolean on) {
        // There is no address.
    }

    @Override
    public void setSoLinger(boolean on, int linger) {
        // There is nothing to wait for.
    }

    @Override
    public void setReceiveBufferSize(int size) {
        // The pipe has its own.
    }

    @Override
    public void setSendBufferSize(int size) {
        // The pipe has its own.
    }
}
