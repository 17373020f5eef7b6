package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.EA1;
import static dev.writeback.ldap.Ask.change;
import static dev.writeback.ldap.Ask.entry;
import static dev.writeback.ldap.Ask.lookup;
import static dev.writeback.ldap.Ask.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.Operation;
import dev.writeback.testkit.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several modifications on their way at once over one connection. */
class PipelineTest {

    private static final int MANY = 30;

    /** The most that are on their way at once. */
    private static final int WINDOW = 4;

    private MemoryDomain domain;
    private InMemoryActiveDirectory server;
    private LdapDirectory directory;
    private List<ObjectGuid> ids;

    @BeforeEach
    void open() throws LDAPException {
        domain = MemoryDomain.start();
        server = domain.directory();
        ids = IntStream.range(0, MANY).mapToObj(this::added).toList();
        directory = LdapDirectory.open(domain.settings().build());
    }

    @AfterEach
    void close() {
        directory.close();
        domain.close();
    }

    @Test
    void each_write_is_one_modification() {
        List<EntryWrite> writes = writes(directory);
        server.resetCounts();

        assertThat(directory.writeAll(writes)).hasSize(MANY).hasOnlyElementsOfType(WriteOutcome.Applied.class);

        assertThat(server.counts().of(Operation.MODIFY)).isEqualTo(MANY);
        assertThat(server.counts().total()).isEqualTo(MANY);
    }

    @Test
    void a_connection_that_is_cut_leaves_what_is_on_its_way_unknown_and_the_rest_is_written() {
        for (Fault cut : List.of(Fault.cutBefore(), Fault.cutAfter())) {
            List<EntryWrite> writes = writes(directory);
            server.resetCounts();
            server.interventions().failNext(Operation.MODIFY, 1, cut);

            List<WriteOutcome> outcomes = directory.writeAll(writes);

            assertThat(outcomes)
                    .hasSize(MANY)
                    .filteredOn(WriteOutcome.Unknown.class::isInstance)
                    .hasSizeBetween(1, WINDOW);
            assertThat(outcomes)
                    .hasOnlyElementsOfTypes(WriteOutcome.Unknown.class, WriteOutcome.Applied.class)
                    .last()
                    .isInstanceOf(WriteOutcome.Applied.class);
            assertThat(server.counts().of(Operation.MODIFY))
                    .as("modifications that arrived: none is sent twice")
                    .isLessThanOrEqualTo(MANY);
            assertAppliedAreThere(writes, outcomes);
        }
    }

    @Test
    void answers_that_do_not_come_in_time_are_unknown_and_each_write_is_sent_once() throws IOException {
        try (Wire wire = new Wire("127.0.0.1", domain.plainPort());
                LdapDirectory patient = LdapDirectory.open(domain.plain(wire.port())
                        .responseTimeout(Duration.ofMillis(300))
                        .connectTimeout(Duration.ofMillis(300))
                        .build())) {
            List<EntryWrite> writes = writes(patient);
            server.resetCounts();
            wire.mode(Wire.Mode.SILENT);

            List<WriteOutcome> outcomes = patient.writeAll(writes);

            assertThat(outcomes.subList(0, WINDOW)).hasOnlyElementsOfType(WriteOutcome.Unknown.class);
            assertThat(outcomes.subList(WINDOW, MANY))
                    .as("what was not sent before nobody answered any more")
                    .hasOnlyElementsOfType(WriteOutcome.Unavailable.class);
            assertThat(server.counts().of(Operation.MODIFY)).isLessThanOrEqualTo(WINDOW);
        }
    }

    @Test
    void a_server_that_is_busy_once_keeps_no_other_write_back() {
        server.interventions().failNext(Operation.MODIFY, 1, Fault.result(ResultCode.BUSY, "0000200E: SvcErr"));

        List<WriteOutcome> outcomes = directory.writeAll(writes(directory));

        assertThat(outcomes)
                .filteredOn(WriteOutcome.Unavailable.class::isInstance)
                .hasSize(1);
        assertThat(outcomes).filteredOn(WriteOutcome.Applied.class::isInstance).hasSize(MANY - 1);
    }

    private ObjectGuid added(int number) {
        try {
            return domain.guid(domain.addUser("many" + number));
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    /** Of one value each, which takes the place of the one that is there. */
    private List<EntryWrite> writes(LdapDirectory from) {
        return lookup(from, ids).stream()
                .map(outcome -> ((LookupOutcome.Found) outcome).entry())
                .map(PipelineTest::write)
                .toList();
    }

    private static EntryWrite write(DirectoryEntry entry) {
        List<AttributeValue> before = entry.values(EA1);
        List<AttributeValue> after = values("after " + before);
        return new EntryWrite(entry.id(), entry.server(), List.of(change(EA1, before, after)));
    }

    private void assertAppliedAreThere(List<EntryWrite> writes, List<WriteOutcome> outcomes) {
        for (int i = 0; i < MANY; i++) {
            if (outcomes.get(i) instanceof WriteOutcome.Applied) {
                assertThat(entry(directory, ids.get(i)).values(EA1))
                        .isEqualTo(writes.get(i).modifications().get(0).add());
            }
        }
    }
}
