package dev.writeback.testkit.directory;

import static dev.writeback.testkit.fault.When.nth;
import static dev.writeback.testkit.fault.When.touching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.spi.SourceRead;
import dev.writeback.testkit.cloud.CloudMailbox;
import dev.writeback.testkit.cloud.FileFeed;
import dev.writeback.testkit.cloud.GeneratedMailboxes;
import dev.writeback.testkit.cloud.RecordingReporter;
import dev.writeback.testkit.cloud.ScriptedCloud;
import dev.writeback.testkit.fault.Call;
import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Faults;
import dev.writeback.testkit.fault.Injection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows, which is tried here as it stands there. */
class ReadmeTest {

    @Test
    void the_directory_plays_tricks_as_planned() throws LDAPException {
        try (InMemoryActiveDirectory directory = InMemoryActiveDirectory.builder()
                .baseDn("DC=corp,DC=example")
                .users(1_000)
                .account(
                        "CN=writeback,OU=Service,DC=corp,DC=example",
                        "secret",
                        Rights.attributes("proxyAddresses", "mail").under("OU=People,DC=corp,DC=example"))
                .start()) {

            // Somebody else is faster,
            String dn = directory.user(7).dn();
            directory
                    .interventions()
                    .beforeNext(
                            Operation.MODIFY,
                            dn,
                            () -> directory.modify(
                                    "dn: " + dn, "changetype: modify", "replace: mail", "mail: theirs@corp.example"));
            // and the server is busy at the second change of addresses.
            Injection faults = directory
                    .interventions()
                    .follow(Faults.none()
                            .on(
                                    Call.MODIFY,
                                    touching("proxyAddresses").and(nth(2)),
                                    Fault.result(
                                            ResultCode.BUSY,
                                            "0000200E: SvcErr: DSID-00000000, problem 5001 (BUSY), data 0")));

            runWhatIsTested(directory);

            assertThat(directory.user(7).values("mail")).containsExactly("theirs@corp.example");
            assertThat(directory.counts().of(Operation.MODIFY)).isEqualTo(2);
            assertThat(faults.unmet()).isEmpty();
        }
    }

    private static void runWhatIsTested(InMemoryActiveDirectory directory) throws LDAPException {
        String dn = directory.user(7).dn();
        Modification change = new Modification(ModificationType.ADD, "proxyAddresses", "smtp:x@corp.example");
        Modification next = new Modification(ModificationType.ADD, "proxyAddresses", "smtp:y@corp.example");
        try (LDAPConnection connection = directory.connect()) {
            connection.modify(dn, change);
            assertThatThrownBy(() -> connection.modify(dn, next)).hasMessageContaining("0000200E");
        }
    }

    @Test
    void the_cloud_says_what_the_script_says(@TempDir Path folder) throws IOException {
        try (InMemoryActiveDirectory directory =
                InMemoryActiveDirectory.builder().users(1).start()) {
            CloudMailbox ada =
                    CloudMailbox.of("ada").anchoredAt(directory.user(0).objectGuid());
            ScriptedCloud cloud = ScriptedCloud.of(
                            ada.stating("CustomAttribute1", "R&D").change())
                    .page(ada.clearing("CustomAttribute2").version(3).change())
                    .page(ada.version(4).removal())
                    .again(0) // a duplicate, and late
                    .malformed("{oops") // a line that cannot be read
                    .reordered(7) // what is on a page comes in another order, drawn from a seed
                    .throttled(1, Duration.ofSeconds(30)) // the next read
                    .unavailable(2) // the two after it
                    .expired(); // the next read from a cursor
            RecordingReporter statuses = new RecordingReporter().failing(1);

            FileFeed feed = FileFeed.in(folder).write(cloud); // the same as *.jsonl files, for what reads files

            assertThat(cloud.read(null)).isInstanceOf(SourceRead.Unavailable.class);
            assertThat(statuses.all()).isEmpty();
            assertThat(Files.list(feed.directory())).isNotEmpty();
        }
    }

    @Test
    void a_million_mailboxes_take_no_memory() {
        GeneratedMailboxes mailboxes = GeneratedMailboxes.of(1, 1_000_000).changing(0.01);
        ScriptedCloud cloud = ScriptedCloud.empty().states(mailboxes);
        cloud.changes(mailboxes, 1); // one in a hundred of them has changed

        assertThat(cloud.read(null)).isInstanceOf(SourceRead.Page.class);
        assertThat(mailboxes.cycle(1).limit(100)).hasSize(100);
    }
}
