package dev.writeback.benchmarks;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/**
 * Stands between client and server and counts requests, so that a server need not say what it was asked. It reads no more
 * of a message (RFC 4511, section 4.1.1) than its length, its number and what kind it is of.
 */
final class CountingWire implements AutoCloseable {

    private static final int BIND = 0x60;
    private static final int UNBIND = 0x42;
    private static final int SEARCH = 0x63;
    private static final int MODIFY = 0x66;

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final LongAdder searches = new LongAdder();
    private final LongAdder modifies = new LongAdder();
    private final LongAdder others = new LongAdder();

    CountingWire(Target target) throws IOException, LDAPException {
        LDAPURL server = new LDAPURL(target.url());
        this.host = Objects.requireNonNull(server.getHost());
        this.port = server.getPort();
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** Where it listens. */
    String url() {
        return "ldap://127.0.0.1:" + listener.getLocalPort();
    }

    void reset() {
        searches.reset();
        modifies.reset();
        others.reset();
    }

    /** How many requests passed since the last reset; connecting and signing in do not count. */
    String counts() {
        return "%,d searches, %,d modifications, %,d others".formatted(searches.sum(), modifies.sum(), others.sum());
    }

    long total() {
        return searches.sum() + modifies.sum() + others.sum();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket server = new Socket(host, port);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start(() -> requests(client.getInputStream(), server.getOutputStream()));
            start(() -> server.getInputStream().transferTo(client.getOutputStream()));
        }
    }

    private void requests(InputStream from, OutputStream to) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from));
        for (int tag = in.read(); tag >= 0; tag = in.read()) {
            byte[] head = length(in);
            byte[] body = new byte[value(head)];
            in.readFully(body);
            count(body[2 + body[1]] & 0xff);
            byte[] message = new byte[1 + head.length + body.length];
            message[0] = (byte) tag;
            System.arraycopy(head, 0, message, 1, head.length);
            System.arraycopy(body, 0, message, 1 + head.length, body.length);
            to.write(message);
            to.flush();
        }
    }

    private static byte[] length(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        byte[] head = new byte[first < 0x80 ? 1 : 1 + (first & 0x7f)];
        head[0] = (byte) first;
        in.readFully(head, 1, head.length - 1);
        return head;
    }

    private static int value(byte[] head) {
        int value = head.length == 1 ? head[0] : 0;
        for (int i = 1; i < head.length; i++) {
            value = (value << 8) | (head[i] & 0xff);
        }
        return value;
    }

    private void count(int operation) {
        switch (operation) {
            case BIND, UNBIND -> {
                // Once a connection, however many entries there are.
            }
            case SEARCH -> searches.increment();
            case MODIFY -> modifies.increment();
            default -> others.increment();
        }
    }

    private static void start(Transfer transfer) {
        Thread thread = new Thread(() -> {
            try {
                transfer.run();
            } catch (IOException over) {
                // One side has closed the connection, which ends the other as well.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** What moves bytes until there are no more. */
    @FunctionalInterface
    private interface Transfer {
        void run() throws IOException;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
