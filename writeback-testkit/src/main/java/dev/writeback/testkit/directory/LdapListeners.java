package dev.writeback.testkit.directory;

import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.listener.LDAPListenerRequestHandler;
import com.unboundid.ldap.listener.StartTLSRequestHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The ways into the server: one within the process, and two ports on the loopback address, if there are to be any; after a
 * pause it listens on the same ports again.
 */
final class LdapListeners {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** Whether the server has ports. */
    enum Ports {
        TWO,
        NONE
    }

    private final LDAPListenerRequestHandler handler;
    private final Ports ports;
    private final InProcessDoor door;
    private final LazyTls tls;
    private @Nullable LDAPListener plain;
    private @Nullable LDAPListener secure;
    private int plainPort;
    private int securePort;

    LdapListeners(LDAPListenerRequestHandler handler, LazyTls tls, Ports ports, int plainPort, int securePort) {
        this.handler = handler;
        this.ports = ports;
        this.door = new InProcessDoor(handler);
        this.tls = tls;
        this.plainPort = plainPort;
        this.securePort = securePort;
    }

    /** Sockets that lead to the server within the process. */
    InProcessDoor door() {
        return door;
    }

    boolean hasPorts() {
        return ports == Ports.TWO;
    }

    synchronized void start() {
        if (plain == null && hasPorts()) {
            listen();
        }
        door.start();
    }

    /** On both ports or on none: a server that answers on one of them is no state that anybody asked for. */
    private void listen() {
        LDAPListenerRequestHandler startTls = new StartTLSRequestHandler(tls.sockets(), handler);
        LDAPListener first = listen(plainPort, startTls, null);
        try {
            LDAPListener second = listen(securePort, handler, tls.serverSockets());
            secure = second;
            securePort = second.getListenPort();
        } catch (IllegalStateException taken) {
            first.shutDown(true);
            throw taken;
        }
        plain = first;
        plainPort = first.getListenPort();
    }

    synchronized void stop() {
        door.stop();
        if (plain != null) {
            plain.shutDown(true);
            plain = null;
        }
        if (secure != null) {
            secure.shutDown(true);
            secure = null;
        }
    }

    synchronized void dropConnections() {
        door.dropConnections();
        if (plain != null) {
            plain.closeAllConnections(false);
        }
        if (secure != null) {
            secure.closeAllConnections(false);
        }
    }

    synchronized int plainPort() {
        requirePorts();
        return plainPort;
    }

    synchronized int securePort() {
        requirePorts();
        return securePort;
    }

    private void requirePorts() {
        if (!hasPorts()) {
            throw new IllegalStateException(
                    "The directory was built without ports; reach it by sockets() or connect(), or build it with them");
        }
    }

    private static LDAPListener listen(
            int port, LDAPListenerRequestHandler handler, @Nullable ServerSocketFactory sockets) {
        LDAPListenerConfig config = new LDAPListenerConfig(port, handler);
        config.setListenAddress(loopback());
        config.setServerSocketFactory(sockets);
        LDAPListener listener = new LDAPListener(config);
        try {
            listener.startListening();
            return listener;
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "The directory cannot listen on 127.0.0.1:" + port + "; use a free port, or 0 for any", taken);
        }
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("localhost", LOOPBACK);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("An IPv4 address has four octets", impossible);
        }
    }
}
