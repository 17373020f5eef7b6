package dev.writeback.testkit.directory;

import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.listener.LDAPListenerRequestHandler;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/** The way into the server that takes no port: sockets whose other end is in the same process. Thread-safe. */
final class InProcessDoor extends SocketFactory {

    private final LDAPListenerRequestHandler handler;
    private final LDAPListener neverListening;
    private final Set<PipeSocket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    InProcessDoor(LDAPListenerRequestHandler handler) {
        this.handler = handler;
        this.neverListening = new LDAPListener(new LDAPListenerConfig(0, handler));
    }

    void start() {
        closed = false;
    }

    void stop() {
        closed = true;
        dropConnections();
    }

    void dropConnections() {
        open.forEach(PipeSocket::close);
        open.clear();
    }

    @Override
    public Socket createSocket() throws IOException {
        return PipeSocket.client(this::accept);
    }

    private void accept(PipeSocket client) throws IOException {
        if (closed) {
            throw new ConnectException("The directory does not listen");
        }
        open.removeIf(PipeSocket::isClosed);
        PipeSocket server = client.other();
        open.add(server);
        try {
            new LDAPListenerClientConnection(neverListening, server, handler, null).start();
        } catch (LDAPException refused) {
            throw new IOException("The directory takes no connection within the process", refused);
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(InetSocketAddress.createUnresolved(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }
}
