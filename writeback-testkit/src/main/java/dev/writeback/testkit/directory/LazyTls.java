package dev.writeback.testkit.directory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * TLS whose certificate is made when the first client asks for it: making one takes longer than starting the rest of
 * the directory, and most tests do without.
 */
final class LazyTls {

    private final List<String> names;
    private @Nullable ServerCertificate certificate;

    LazyTls(List<String> names) {
        this.names = List.copyOf(names);
    }

    synchronized ServerCertificate certificate() {
        if (certificate == null) {
            certificate = ServerCertificate.forNames(names);
        }
        return certificate;
    }

    /** For an LDAPS port: every accepted connection begins with TLS. */
    ServerSocketFactory serverSockets() {
        return new AcceptingFactory();
    }

    /** For StartTLS: puts TLS over a connection that is open. */
    SSLSocketFactory sockets() {
        return new WrappingFactory();
    }

    private SSLSocketFactory factory() {
        return certificate().context().getSocketFactory();
    }

    private final class AcceptingFactory extends ServerSocketFactory {

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return createServerSocket(port, 0, null);
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return createServerSocket(port, backlog, null);
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, @Nullable InetAddress address)
                throws IOException {
            return new AcceptingSocket(port, backlog, address);
        }
    }

    private final class AcceptingSocket extends ServerSocket {

        AcceptingSocket(int port, int backlog, @Nullable InetAddress address) throws IOException {
            super(port, backlog, address);
        }

        @Override
        public Socket accept() throws IOException {
            Socket accepted = super.accept();
            SSLSocket secure = (SSLSocket) factory()
                    .createSocket(accepted, accepted.getInetAddress().getHostAddress(), accepted.getPort(), true);
            secure.setUseClientMode(false);
            return secure;
        }
    }

    private final class WrappingFactory extends SSLSocketFactory {

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            return factory().createSocket(socket, host, port, autoClose);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return factory().createSocket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return factory().createSocket(host, port, local, localPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return factory().createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return factory().createSocket(host, port, local, localPort);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return factory().getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return factory().getSupportedCipherSuites();
        }
    }
}
