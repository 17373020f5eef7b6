package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.EA1;
import static dev.writeback.ldap.Ask.change;
import static dev.writeback.ldap.Ask.values;
import static dev.writeback.ldap.Ask.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Anchor;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.model.ReplicaMark;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two domain controllers of one domain, of which the second replicates late. */
class ReplicasTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final InMemoryActiveDirectory first =
            InMemoryActiveDirectory.builder().users(3).start();
    private final InMemoryActiveDirectory second =
            InMemoryActiveDirectory.builder().users(3).start();
    private Instant now = START;
    private LdapDirectory sink;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        second.newInvocationId();
        Path authorities = folder.resolve("authorities.pem");
        Files.writeString(authorities, first.authorityPem() + second.authorityPem());
        sink = LdapDirectory.open(
                LdapSettings.builder()
                        .servers(List.of(first.ldapsUrl(), second.ldapsUrl()))
                        .baseDn(Dn.of(first.baseDn()))
                        .bind(first.adminDn(), () -> first.adminPassword().toCharArray())
                        .caFile(authorities)
                        .build(),
                () -> now);
    }

    @AfterEach
    void close() {
        sink.close();
        first.close();
        second.close();
    }

    @Test
    void an_entry_is_not_read_where_it_has_not_been_replicated_to() {
        DirectoryEntry read = found(0, Optional.empty());
        assertThat(write(sink, read, change(EA1, read.values(EA1), values("new"))))
                .isInstanceOf(WriteOutcome.Applied.class);
        Optional<ReplicaMark> mark = sink.mark(read.server());
        second.hasReplicated(first, first.user(0).usnChanged() - 1);
        first.stopListening();

        LookupOutcome behind = lookup(0, mark);

        assertThat(behind).isInstanceOfSatisfying(LookupOutcome.Unavailable.class, it -> {
            assertThat(it.problem().code()).isEqualTo(ErrorCode.REPLICA_BEHIND);
            assertThat(it.problem().reason()).contains(read.server());
        });
    }

    @Test
    void an_entry_is_read_where_it_has_been_replicated_to() {
        DirectoryEntry read = found(0, Optional.empty());
        write(sink, read, change(EA1, read.values(EA1), values("new")));
        Optional<ReplicaMark> mark = sink.mark(read.server());
        second.hasReplicated(first, first.user(0).usnChanged());
        first.stopListening();

        assertThat(found(0, mark).server()).isEqualTo("127.0.0.1:" + second.ldapsPort());
    }

    @Test
    void what_was_only_read_is_marked_too() {
        second.hasReplicated(first, first.user(1).usnChanged());
        first.modify(
                "dn: " + first.user(0).dn(),
                "changetype: modify",
                "replace: displayName",
                "displayName: somebody else");
        Optional<ReplicaMark> changed = found(0, Optional.empty()).mark();
        Optional<ReplicaMark> old = found(1, Optional.empty()).mark();
        first.stopListening();

        assertThat(lookup(0, changed)).isInstanceOf(LookupOutcome.Unavailable.class);
        assertThat(lookup(1, old)).isInstanceOf(LookupOutcome.Found.class);
    }

    @Test
    void the_copy_that_was_written_to_is_never_behind_itself() {
        DirectoryEntry read = found(0, Optional.empty());
        write(sink, read, change(EA1, read.values(EA1), values("new")));

        assertThat(found(0, sink.mark(read.server())).values(EA1)).isEqualTo(values("new"));
    }

    @Test
    void a_copy_that_cannot_tell_is_believed() {
        Optional<ReplicaMark> mark = found(0, Optional.empty()).mark();
        first.stopListening();

        assertThat(lookup(0, mark)).isInstanceOf(LookupOutcome.Found.class);
    }

    @Test
    void the_waiting_has_an_end() {
        Optional<ReplicaMark> mark = found(0, Optional.empty()).mark();
        second.hasReplicated(first, 1);
        first.stopListening();
        assertThat(lookup(0, mark)).isInstanceOf(LookupOutcome.Unavailable.class);

        now = START.plus(Patience.KNOWN).plusSeconds(1);

        assertThat(lookup(0, mark)).isInstanceOf(LookupOutcome.Found.class);
    }

    @Test
    void a_server_that_dies_after_a_write_is_waited_for_a_short_while() {
        DirectoryEntry read = found(0, Optional.empty());
        write(sink, read, change(EA1, read.values(EA1), values("new")));
        second.hasReplicated(first, Long.MAX_VALUE);
        first.stopListening();
        Optional<ReplicaMark> mark = sink.mark(read.server());

        assertThat(lookup(0, mark)).isInstanceOf(LookupOutcome.Unavailable.class);
        now = START.plus(Patience.UNKNOWN).plus(Duration.ofSeconds(1));
        assertThat(lookup(0, mark)).isInstanceOf(LookupOutcome.Found.class);
    }

    @Test
    void a_mark_of_another_kind_says_nothing() {
        assertThat(lookup(0, Optional.of(new ReplicaMark("of another sink")))).isInstanceOf(LookupOutcome.Found.class);
    }

    @Test
    void an_only_server_has_no_marks() {
        LdapDirectory only = LdapDirectory.open(LdapSettings.builder()
                .servers(List.of(first.ldapsUrl()))
                .baseDn(Dn.of(first.baseDn()))
                .bind(first.adminDn(), () -> first.adminPassword().toCharArray())
                .caFile(folder.resolve("authorities.pem"))
                .build());
        try (only) {
            first.resetCounts();
            DirectoryEntry read = Ask.entry(only, guid(0));

            assertThat(read.mark()).isEmpty();
            assertThat(only.mark(read.server())).isEmpty();
        }
    }

    private DirectoryEntry found(int user, Optional<ReplicaMark> mark) {
        LookupOutcome outcome = lookup(user, mark);
        if (outcome instanceof LookupOutcome.Found found) {
            return found.entry();
        }
        throw new AssertionError("expected the entry, got " + outcome);
    }

    private LookupOutcome lookup(int user, Optional<ReplicaMark> mark) {
        List<Anchor> anchors = List.of(new Anchor.ImmutableId(guid(user)));
        return sink.lookup(new LookupRequest(List.of(anchors), Ask.ATTRIBUTES, Set.of(), List.of(mark)))
                .get(0);
    }

    private ObjectGuid guid(int user) {
        return new ObjectGuid(first.user(user).objectGuid());
    }
}
