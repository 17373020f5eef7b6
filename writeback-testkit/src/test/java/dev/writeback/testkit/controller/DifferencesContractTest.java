package dev.writeback.testkit.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** Only a server with a column of the table of differences is held to it. */
class DifferencesContractTest {

    private InMemoryActiveDirectory directory;

    @BeforeEach
    void start() {
        directory = InMemoryActiveDirectory.builder().withoutPorts().start();
    }

    @AfterEach
    void stop() {
        directory.close();
    }

    @Test
    void a_server_that_is_like_none_is_asked_nothing() throws LDAPException {
        assertThat(asked(new Unmeasured(directory))).isEmpty();
    }

    @Test
    void a_server_that_is_like_one_is_asked_every_row() throws LDAPException {
        assertThat(asked(new Measured(directory)))
                .containsExactlyInAnyOrderElementsOf(ControllerDifference.all().stream()
                        .map(ControllerDifference::asked)
                        .toList());
    }

    private static List<String> asked(ControllerUnderTest controller) throws LDAPException {
        DifferencesContract contract = new DifferencesContract() {
            @Override
            protected ControllerUnderTest controller() {
                return controller;
            }
        };
        contract.move_in();
        try {
            return contract.the_answer_is_the_one_in_the_table()
                    .map(DynamicTest::getDisplayName)
                    .toList();
        } finally {
            contract.move_out();
        }
    }

    /** A server of another make, which says nothing of what it is like. */
    private record Unmeasured(InMemoryActiveDirectory directory) implements ControllerUnderTest {

        @Override
        public LDAPConnection connect(SignedIn who) {
            return directory.connect();
        }

        @Override
        public String base() {
            return "OU=People," + directory.baseDn();
        }
    }

    private record Measured(InMemoryActiveDirectory directory) implements ControllerUnderTest {

        @Override
        public LDAPConnection connect(SignedIn who) {
            return directory.connect();
        }

        @Override
        public String base() {
            return "OU=People," + directory.baseDn();
        }

        @Override
        public Optional<MeasuredServer> like() {
            return Optional.of(MeasuredServer.IN_MEMORY);
        }
    }
}
