package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.EA1;
import static dev.writeback.ldap.Ask.change;
import static dev.writeback.ldap.Ask.entry;
import static dev.writeback.ldap.Ask.values;
import static dev.writeback.ldap.Ask.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.model.Anchor;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.testkit.time.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of two servers the first is to be preferred: when it is left, and when it is returned to, on whatever domain. */
abstract class FailoverCases {

    private final SettableClock time = SettableClock.at(InstantSource.system().instant());
    private Domain dc;
    private ObjectGuid guid;
    private Wire preferred;
    private Wire other;
    private LdapDirectory directory;

    abstract Domain domain() throws LDAPException;

    @BeforeEach
    void open() throws LDAPException, IOException {
        dc = domain();
        guid = dc.guid(dc.addUser("ada", new Attribute("extensionAttribute1", "one")));
        preferred = new Wire(dc.host(), dc.plainPort());
        other = new Wire(dc.host(), dc.plainPort());
        directory = LdapDirectory.open(
                dc.plain(preferred.port())
                        .servers(List.of("ldap://127.0.0.1:" + preferred.port(), "ldap://127.0.0.1:" + other.port()))
                        .connectTimeout(Duration.ofSeconds(2))
                        .responseTimeout(Duration.ofSeconds(2))
                        .build(),
                time);
    }

    @AfterEach
    void close() throws LDAPException, IOException {
        directory.close();
        preferred.close();
        other.close();
        dc.close();
    }

    @Test
    void a_server_that_is_slow_is_left_and_not_asked_again_at_once() {
        assertThat(read().server()).isEqualTo(name(preferred));
        preferred.mode(Wire.Mode.SILENT);

        assertThat(read().server()).isEqualTo(name(other));
        int asked = preferred.connections();
        assertThat(read().server()).isEqualTo(name(other));
        assertThat(read().server()).isEqualTo(name(other));

        assertThat(preferred.connections()).isEqualTo(asked);
    }

    @Test
    void a_server_that_has_recovered_is_returned_to_after_a_quiet_minute() {
        failOver();
        preferred.mode(Wire.Mode.WHOLE);

        assertThat(read().server()).isEqualTo(name(other));
        time.advance(Duration.ofSeconds(10));
        assertThat(read().server()).isEqualTo(name(other));
        time.advance(Duration.ofSeconds(59));
        assertThat(read().server()).isEqualTo(name(other));
        time.advance(Duration.ofSeconds(1));

        assertThat(read().server()).isEqualTo(name(preferred));
    }

    @Test
    void a_server_that_is_still_broken_is_looked_at_seldom_and_hinders_nobody() {
        failOver();
        int asked = preferred.connections();
        for (int seconds = 0; seconds < 600; seconds += 5) {
            time.advance(Duration.ofSeconds(5));
            assertThat(read().server()).isEqualTo(name(other));
        }

        // After 10, 20, 40, 80, 160, 320 seconds.
        assertThat(preferred.connections() - asked).isBetween(4, 6);
    }

    @Test
    void one_that_fails_while_it_recovers_is_not_returned_to() {
        failOver();
        preferred.mode(Wire.Mode.WHOLE);
        time.advance(Duration.ofSeconds(10));
        read();
        preferred.mode(Wire.Mode.LOSING_ANSWERS);
        preferred.cut();
        time.advance(Duration.ofMinutes(1));
        assertThat(read().server()).isEqualTo(name(other));
        preferred.mode(Wire.Mode.WHOLE);

        assertThat(read().server()).isEqualTo(name(other));
    }

    @Test
    void what_was_read_from_the_other_server_is_written_there_whatever_is_in_use_then() {
        failOver();
        DirectoryEntry fromOther = read();
        preferred.mode(Wire.Mode.WHOLE);
        time.advance(Duration.ofSeconds(10));
        read();
        time.advance(Duration.ofSeconds(60));
        DirectoryEntry fromPreferred = read();
        int connections = preferred.connections();

        WriteOutcome outcome = write(directory, fromOther, change(EA1, values("one"), values("two")));

        assertThat(fromPreferred.server()).isEqualTo(name(preferred));
        assertThat(outcome).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(preferred.connections()).isEqualTo(connections);
        assertThat(write(directory, fromPreferred, change(EA1, values("one"), values("three"))))
                .isInstanceOf(WriteOutcome.Stale.class);
    }

    @Test
    void a_write_that_finds_its_server_gone_has_the_entry_read_elsewhere_at_once() throws IOException {
        DirectoryEntry fromPreferred = read();
        preferred.close();

        // The connection that is open breaks; the next one cannot be made.
        write(directory, fromPreferred, change(EA1, values("one"), values("two")));
        assertThat(write(directory, fromPreferred, change(EA1, values("one"), values("two"))))
                .isInstanceOf(WriteOutcome.Stale.class);
        DirectoryEntry fromOther = read();

        assertThat(fromOther.server()).isEqualTo(name(other));
        assertThat(write(directory, fromOther, change(EA1, fromOther.values(EA1), values("three"))))
                .isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void if_all_are_left_they_are_asked_all_the_same() {
        preferred.mode(Wire.Mode.LOSING_ANSWERS);
        other.mode(Wire.Mode.LOSING_ANSWERS);
        assertThat(Ask.lookup(directory, new Anchor.ImmutableId(guid))).isInstanceOf(LookupOutcome.Unavailable.class);
        other.mode(Wire.Mode.WHOLE);

        assertThat(read().server()).isEqualTo(name(other));
    }

    private void failOver() {
        read();
        preferred.mode(Wire.Mode.LOSING_ANSWERS);
        preferred.cut();
        assertThat(read().server()).isEqualTo(name(other));
    }

    private DirectoryEntry read() {
        return entry(directory, guid);
    }

    private static String name(Wire wire) {
        return "127.0.0.1:" + wire.port();
    }
}
