package dev.writeback.integration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a server that can be cut: it listens on a port of its own and passes on every byte. What is under way when it
 * is cut is lost, in either direction.
 */
final class CutConnections implements AutoCloseable {

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private CutConnections(ServerSocket listener, String host, int port) {
        this.listener = listener;
        this.host = host;
        this.port = port;
    }

    /** To that server. */
    static CutConnections to(String host, int port) throws IOException {
        CutConnections way = new CutConnections(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), host, port);
        daemon(way::accept);
        return way;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Cuts every connection there is; new ones go through. */
    void cut() {
        open.forEach(CutConnections::shut);
        open.clear();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(host, port);
                open.addAll(List.of(client, server));
                daemon(() -> pass(client, server));
                daemon(() -> pass(server, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException cut) {
            shut(from);
        }
        shut(to);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed all the same.
            return;
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "way");
        thread.setDaemon(true);
        thread.start();
    }
}
