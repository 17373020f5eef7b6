package dev.writeback.testkit.controller;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.Rights;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The in-memory directory does as a domain controller does, but for its column of the table of differences. */
class InMemoryControllerTest extends DomainControllerContract {

    private static final String DELEGATE = "CN=delegate,OU=Service,DC=corp,DC=example";
    private static final String PASSWORD = "Secret-1";

    private InMemoryActiveDirectory directory;

    @BeforeAll
    void start() {
        directory = InMemoryActiveDirectory.builder()
                .account(
                        DELEGATE,
                        PASSWORD,
                        Rights.attributes(ControllerUnderTest.DELEGATED.toArray(String[]::new))
                                .under("OU=People,DC=corp,DC=example")
                                .onlyOn("user"))
                .start();
    }

    @AfterAll
    void stop() {
        directory.close();
    }

    @Override
    protected ControllerUnderTest controller() {
        return new InMemory(directory);
    }

    private record InMemory(InMemoryActiveDirectory directory) implements ControllerUnderTest {

        @Override
        public LDAPConnection connect(SignedIn who) throws LDAPException {
            return switch (who) {
                case ADMINISTRATOR -> directory.connect();
                case DELEGATE ->
                    new LDAPConnection("127.0.0.1", directory.ldapPort(), InMemoryControllerTest.DELEGATE, PASSWORD);
                case NOBODY -> new LDAPConnection("127.0.0.1", directory.ldapPort());
            };
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
