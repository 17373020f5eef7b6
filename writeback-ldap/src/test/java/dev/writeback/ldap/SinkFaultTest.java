package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.EA1;
import static dev.writeback.ldap.Ask.change;
import static dev.writeback.ldap.Ask.entry;
import static dev.writeback.ldap.Ask.lookup;
import static dev.writeback.ldap.Ask.values;
import static dev.writeback.ldap.Ask.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.model.Anchor;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.Operation;
import dev.writeback.testkit.fault.Fault;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SinkFaultTest {

    private final CountDownLatch arrived = new CountDownLatch(8);
    private MemoryDomain domain;
    private InMemoryActiveDirectory server;
    private LdapDirectory directory;
    private String dn;
    private ObjectGuid guid;

    @BeforeEach
    void open() throws LDAPException {
        domain = MemoryDomain.of(MemoryDomain.builder().users(150));
        server = domain.directory();
        dn = domain.addUser("ada", new Attribute("extensionAttribute1", "one"));
        guid = domain.guid(dn);
        directory = LdapDirectory.open(domain.settings().build());
    }

    @AfterEach
    void close() {
        directory.close();
        domain.close();
    }

    @Test
    void a_hundred_entries_cost_one_search_and_a_write_one_modification() {
        List<ObjectGuid> hundred = ids(100);
        lookup(directory, hundred);
        server.resetCounts();

        assertThat(lookup(directory, hundred)).hasOnlyElementsOfType(LookupOutcome.Found.class);
        assertThat(server.counts().total()).isEqualTo(1);
        DirectoryEntry ada = entry(directory, guid);
        server.resetCounts();

        assertThat(write(directory, ada, change(EA1, values("one"), values("two"))))
                .isInstanceOf(WriteOutcome.Applied.class);
        assertThat(server.counts().of(Operation.MODIFY)).isEqualTo(1);
        assertThat(server.counts().total()).isEqualTo(1);
    }

    @Test
    void the_first_large_lookup_reads_every_consistency_guid_once() {
        lookup(directory, ids(1));
        server.resetCounts();

        lookup(directory, ids(150));

        // Two times a hundred ids, the rootDSE, the invocation id, and one page of consistency GUIDs.
        assertThat(server.counts().total()).isEqualTo(5);
    }

    @Test
    void a_write_whose_answer_is_lost_is_unknown_and_never_sent_again() {
        DirectoryEntry before = entry(directory, guid);
        server.resetCounts();
        for (Fault fault : List.of(Fault.cutBefore(), Fault.cutAfter())) {
            server.interventions().failNext(Operation.MODIFY, 1, fault);

            assertThat(write(directory, before, change(EA1, values("one"), values("two"))))
                    .isInstanceOf(WriteOutcome.Unknown.class);
        }

        assertThat(server.counts().of(Operation.MODIFY)).isEqualTo(2);
        assertThat(entry(directory, guid).values(EA1)).isEqualTo(values("two"));
    }

    @Test
    void a_search_whose_answer_is_lost_is_done_once_more() {
        entry(directory, guid);
        server.interventions().failNext(Operation.SEARCH, 1, Fault.cutBefore());

        assertThat(entry(directory, guid).values(EA1)).isEqualTo(values("one"));
    }

    @Test
    void a_search_that_is_cut_twice_finds_the_directory_unavailable() {
        entry(directory, guid);
        server.interventions().failNext(Operation.SEARCH, 9, Fault.cutBefore());

        assertThat(problem(lookup(directory, new Anchor.ImmutableId(guid))).code())
                .isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE);
    }

    @Test
    void every_connection_that_was_cut_is_replaced() {
        DirectoryEntry before = entry(directory, guid);
        server.stopListening();
        assertThat(lookup(directory, new Anchor.ImmutableId(guid))).isInstanceOf(LookupOutcome.Unavailable.class);
        server.startListening();

        assertThat(write(directory, before, change(EA1, values("one"), values("two"))))
                .isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void a_busy_server_is_unavailable_and_a_partial_answer_counts_for_nothing() {
        entry(directory, guid);
        DirectoryEntry before = entry(directory, guid);
        server.interventions().failNext(Operation.SEARCH, 1, Fault.result(ResultCode.BUSY, "0000200E: SvcErr"));
        assertThat(problem(lookup(directory, new Anchor.ImmutableId(guid))).code())
                .isEqualTo(ErrorCode.DIRECTORY_BUSY);

        server.interventions().failNext(Operation.SEARCH, 1, Fault.result(ResultCode.SIZE_LIMIT_EXCEEDED, "00002023"));
        assertThat(problem(lookup(directory, new Anchor.ImmutableId(guid))).reason())
                .contains("not complete");

        server.interventions().failNext(Operation.MODIFY, 1, Fault.result(ResultCode.BUSY, "0000200E: SvcErr"));
        assertThat(write(directory, before, change(EA1, values("one"), values("two"))))
                .isInstanceOf(WriteOutcome.Unavailable.class);
    }

    @Test
    void an_answer_of_the_wrong_kind_is_no_exception() throws IOException {
        try (Wire wire = new Wire("127.0.0.1", domain.plainPort());
                LdapDirectory mistaken =
                        LdapDirectory.open(domain.plain(wire.port()).build())) {
            entry(mistaken, guid);
            wire.mode(Wire.Mode.MISTAKEN);

            assertThat(lookup(mistaken, new Anchor.ImmutableId(new ObjectGuid(new UUID(1, 2)))))
                    .isInstanceOf(LookupOutcome.Unavailable.class);
        }
    }

    @Test
    void many_threads_send_a_wrong_password_once() {
        LdapSettings wrong = domain.settings()
                .bind("CN=nobody," + domain.unit(), "wrong"::toCharArray)
                .build();
        server.interventions().beforeNext(Operation.BIND, this::giveOthersTimeToWait);
        server.resetCounts();
        try (LdapDirectory refused = LdapDirectory.open(wrong)) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<CompletableFuture<LookupOutcome>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> {
                                arrived.countDown();
                                return lookup(refused, new Anchor.ImmutableId(guid));
                            },
                            threads))
                    .limit(8)
                    .toList();

            assertThat(answers)
                    .allSatisfy(it -> assertThat(problem(it.join()).code()).isEqualTo(ErrorCode.SIGN_IN_FAILED));
            assertThat(server.counts().of(Operation.BIND)).isLessThanOrEqualTo(2);
            threads.shutdown();
        }
    }

    @Test
    void a_password_over_a_connection_that_the_server_finds_unsafe_is_explained() throws LDAPException {
        try (MemoryDomain strict = MemoryDomain.of(MemoryDomain.builder());
                LdapDirectory clear =
                        LdapDirectory.open(strict.plain(strict.plainPort()).build())) {
            strict.directory()
                    .interventions()
                    .failNext(
                            Operation.BIND,
                            1,
                            Fault.result(ResultCode.STRONG_AUTH_REQUIRED, "00002028: LdapErr: DSID-0C090276"));

            Problem problem = problem(lookup(clear, new Anchor.ImmutableId(guid)));

            assertThat(problem.code()).isEqualTo(ErrorCode.SIGN_IN_FAILED);
            assertThat(problem.action()).contains("ldaps://");
        }
    }

    @Test
    void why_a_sign_in_is_refused_is_told() {
        List<String> codes = List.of("525", "52e", "530", "531", "532", "533", "701", "773", "775", "999");
        List<String> clauses = List.of(
                "no such account",
                "password is wrong",
                "at this hour",
                "from this machine",
                "has expired",
                "disabled",
                "account has expired",
                "must be changed",
                "locked",
                "does not accept");
        for (int i = 0; i < codes.size(); i++) {
            server.interventions()
                    .failNext(
                            Operation.BIND,
                            1,
                            Fault.result(
                                    ResultCode.INVALID_CREDENTIALS,
                                    "80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data %s, v4563"
                                            .formatted(codes.get(i))));
            try (LdapDirectory refused = LdapDirectory.open(domain.settings().build())) {
                Problem problem = problem(lookup(refused, new Anchor.ImmutableId(guid)));

                assertThat(problem.code()).isEqualTo(ErrorCode.SIGN_IN_FAILED);
                assertThat(problem.reason()).contains(clauses.get(i));
            }
        }
    }

    private void giveOthersTimeToWait() {
        try {
            arrived.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ObjectGuid> ids(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new ObjectGuid(server.user(i).objectGuid()))
                .toList();
    }

    private static Problem problem(LookupOutcome outcome) {
        assertThat(outcome).isInstanceOf(LookupOutcome.Unavailable.class);
        return ((LookupOutcome.Unavailable) outcome).problem();
    }
}
