package dev.writeback.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;

/**
 * TLS sockets whose handshake ends in time. The SDK bounds only the time until the server takes the connection: one that
 * takes it and then says nothing would hold its thread for good.
 */
final class TlsSockets extends SocketFactory {

    private final ReloadedTls tls;
    private final int timeoutMillis;

    TlsSockets(ReloadedTls tls, Duration timeout) {
        this.tls = tls;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    @Override
    public Socket createSocket() throws IOException {
        return bounded(sockets().createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return bounded(sockets().createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return bounded(sockets().createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return bounded(sockets().createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return bounded(sockets().createSocket(address, port, localAddress, localPort));
    }

    private SocketFactory sockets() {
        return tls.context().getSocketFactory();
    }

    private Socket bounded(Socket socket) throws IOException {
        socket.setSoTimeout(timeoutMillis);
        return socket;
    }
}
