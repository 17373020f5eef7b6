package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A directory of five users, two accounts of lesser rights, and an administrator's connection: a new one for each test,
 * or one for all tests of a class that only reads (with a test instance per class).
 */
abstract class DirectoryTest {

    static final String WRITER = "CN=writer,OU=Service,DC=corp,DC=example";
    static final String READER = "CN=reader,OU=Service,DC=corp,DC=example";
    static final String PASSWORD = "Secret-1";

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    InMemoryActiveDirectory directory;
    LDAPConnection admin;

    @BeforeEach
    void start() {
        directory = settings().start();
        admin = directory.connect();
        directory.resetCounts();
    }

    @AfterEach
    void stop() {
        admin.close();
        directory.close();
    }

    InMemoryActiveDirectoryBuilder settings() {
        return InMemoryActiveDirectory.builder()
                .users(5)
                .clock(now::get)
                .account(
                        WRITER,
                        PASSWORD,
                        Rights.attributes("extensionAttribute1", "proxyAddresses", "publicDelegates")
                                .under("OU=People,DC=corp,DC=example"))
                .account(READER, PASSWORD, Rights.readOnly());
    }

    String dn(int user) {
        return directory.user(user).dn();
    }

    void modify(String dn, Modification... modifications) throws LDAPException {
        admin.modify(dn, List.of(modifications));
    }

    static Modification add(String attribute, String... values) {
        return new Modification(ModificationType.ADD, attribute, values);
    }

    static Modification delete(String attribute, String... values) {
        return new Modification(ModificationType.DELETE, attribute, values);
    }

    static Modification replace(String attribute, String... values) {
        return new Modification(ModificationType.REPLACE, attribute, values);
    }

    /** The refusal of a modification by the administrator. */
    LDAPException refusalOf(String dn, Modification... modifications) {
        return refusal(() -> modify(dn, modifications));
    }

    static LDAPException refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable request) {
        LDAPException refusal = catchThrowableOfType(LDAPException.class, request);
        assertThat(refusal).as("the directory refuses").isNotNull();
        return refusal;
    }

    static void assertRefused(LDAPException refusal, ResultCode code, String messageStart) {
        assertThat(refusal.getResultCode()).as(refusal.toString()).isEqualTo(code);
        assertThat(String.valueOf(refusal.getDiagnosticMessage())).startsWith(messageStart);
    }
}
