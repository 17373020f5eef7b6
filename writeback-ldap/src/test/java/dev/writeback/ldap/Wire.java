package dev.writeback.ldap;

import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire to a server that a test can cut: it counts connections, and can swallow answers or refuse to listen. */
final class Wire implements AutoCloseable {

    /** What becomes of what passes. */
    enum Mode {
        /** All of it passes. */
        WHOLE,
        /** Requests pass; at the first answer the connection is cut. */
        LOSING_ANSWERS,
        /** Requests pass, answers never come. */
        SILENT,
        /** Requests pass; of the first answer a half comes, then the connection is closed. */
        HALF_AN_ANSWER,
        /** Requests pass; at the first answer the connection is reset. */
        RESET,
        /** Requests pass; in the place of an answer the server takes its leave (RFC 4511, 4.4.1), as one that is stopped. */
        LEAVING,
        /** The next request does not reach the server; the connection is cut. */
        CUT_BEFORE,
        /** The end of a search comes as the answer to an extended request, as some servers do it. */
        MISTAKEN
    }

    /** A notice of disconnection: message 0, an extended response with the result unavailable (52). */
    private static final byte[] LEAVE = new LDAPMessage(
                    0,
                    new ExtendedResponseProtocolOp(
                            ResultCode.UNAVAILABLE_INT_VALUE,
                            null,
                            "000020AC: SvcErr: DSID-03200C3D, problem 5002 (UNAVAILABLE), data 0",
                            null,
                            "1.3.6.1.4.1.1466.20036",
                            null))
            .encode()
            .encode();

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final ByteArrayOutputStream passed = new ByteArrayOutputStream();
    private volatile Mode mode = Mode.WHOLE;

    Wire(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    void mode(Mode mode) {
        this.mode = mode;
    }

    /** Whether this could be read on the way, in either direction. */
    boolean showed(String text) {
        synchronized (passed) {
            return passed.toString(StandardCharsets.ISO_8859_1).contains(text);
        }
    }

    /** Cuts what is connected. */
    void cut() {
        synchronized (sockets) {
            sockets.forEach(Wire::close);
            sockets.clear();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                connections.incrementAndGet();
                Socket server = new Socket(host, port);
                synchronized (sockets) {
                    sockets.add(client);
                    sockets.add(server);
                }
                start(() -> pass(client, server, false));
                start(() -> pass(server, client, true));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[65536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                synchronized (passed) {
                    passed.write(buffer, 0, n);
                }
                if (mode == (answers ? Mode.LOSING_ANSWERS : Mode.CUT_BEFORE)) {
                    return;
                }
                if (answers && spoils(buffer, n, to, out)) {
                    return;
                }
                // 30 length 02 01 id, then what kind of answer it is: 65 the end of a search.
                if (answers && mode == Mode.MISTAKEN && buffer[5] == 0x65) {
                    buffer[5] = 0x78;
                }
                if (!answers || mode != Mode.SILENT) {
                    out.write(buffer, 0, n);
                    out.flush();
                }
            }
        } catch (IOException cut) {
            close(to);
        }
    }

    /** Whether what comes back ends here. */
    private boolean spoils(byte[] answer, int length, Socket to, OutputStream out) throws IOException {
        switch (mode) {
            case HALF_AN_ANSWER -> out.write(answer, 0, length / 2);
            case LEAVING -> out.write(LEAVE);
            case RESET -> to.setSoLinger(true, 0);
            default -> {
                return false;
            }
        }
        out.flush();
        return true;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is gone either way.
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
