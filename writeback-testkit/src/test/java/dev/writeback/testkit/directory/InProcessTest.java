package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A directory without ports: everything as over the network. */
class InProcessTest extends DirectoryTest {

    @Override
    InMemoryActiveDirectoryBuilder settings() {
        return super.settings().withoutPorts();
    }

    @Test
    void requests_are_answered_and_counted() throws LDAPException {
        modify(dn(0), replace("info", "x"));

        assertThat(admin.getEntry(dn(0)).getAttributeValue("info")).isEqualTo("x");
        assertRefused(refusalOf(dn(0), delete("info", "y")), ResultCode.NO_SUCH_ATTRIBUTE, "00002085");
        assertThat(directory.counts().of(Operation.MODIFY)).isEqualTo(2);
    }

    @Test
    void answers_may_be_larger_than_what_is_on_its_way_at_a_time() throws LDAPException {
        for (int user = 0; user < 5; user++) {
            modify(dn(user), replace("msExchSafeSendersHash", "x".repeat(30_000)));
        }

        assertThat(admin.search(directory.baseDn(), SearchScope.SUB, "(objectClass=user)", "msExchSafeSendersHash")
                        .getSearchEntries())
                .filteredOn(entry -> entry.hasAttribute("msExchSafeSendersHash"))
                .hasSize(5);
    }

    @Test
    void a_client_that_waits_long_enough_gives_up() throws LDAPException {
        CountDownLatch answered = new CountDownLatch(1);
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setResponseTimeoutMillis(50);
        try (LDAPConnection hasty = new LDAPConnection(directory.sockets(), options, "127.0.0.1", 389)) {
            directory.interventions().beforeNext(Operation.SEARCH, () -> await(answered));
            assertThat(refusal(() -> hasty.search("", SearchScope.BASE, "(objectClass=*)"))
                            .getResultCode())
                    .isEqualTo(ResultCode.TIMEOUT);
        } finally {
            answered.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void connections_are_dropped_and_refused_as_over_the_network() throws LDAPException {
        directory.dropConnections();
        assertThat(refusalOf(dn(0), replace("info", "x")).getResultCode()).isEqualTo(ResultCode.SERVER_DOWN);

        directory.stopListening();
        assertThatThrownBy(directory::connect).isInstanceOf(IllegalStateException.class);

        directory.startListening();
        try (LDAPConnection again = directory.connect()) {
            assertThat(again.getEntry(dn(0))).isNotNull();
        }
    }

    @Test
    void there_is_no_port() {
        assertThatThrownBy(directory::ldapPort)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("built without ports");
    }
}
