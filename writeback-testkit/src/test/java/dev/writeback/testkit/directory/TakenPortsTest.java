package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** The directory listens on both of its ports or on none. */
class TakenPortsTest {

    @Test
    void a_start_that_fails_leaves_the_other_port_free() throws IOException {
        try (ServerSocket taken = listen(0)) {
            int free = freePort();
            InMemoryActiveDirectoryBuilder builder = InMemoryActiveDirectory.builder();

            assertThatThrownBy(() -> builder.ports(free, taken.getLocalPort()).start())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
            assertThatCode(() -> builder.ports(free, 0).start().close()).doesNotThrowAnyException();
        }
    }

    @Test
    void it_listens_again_as_soon_as_both_ports_are_free() throws Exception {
        try (InMemoryActiveDirectory directory =
                InMemoryActiveDirectory.builder().start()) {
            directory.stopListening();
            try (ServerSocket taken = listen(directory.ldapsPort())) {
                assertThat(taken.isBound()).isTrue();
                assertThatThrownBy(directory::startListening).isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(directory::startListening).isInstanceOf(IllegalStateException.class);
            }
            directory.startListening();

            try (LDAPConnection client =
                    new LDAPConnection(new SSLUtil(new TrustAllTrustManager()).createSSLSocketFactory())) {
                client.connect("127.0.0.1", directory.ldapsPort());
                client.bind(directory.adminDn(), directory.adminPassword());
                assertThat(client.getEntry(directory.adminDn())).isNotNull();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = listen(0)) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
