package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.testkit.fault.Fault;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InterventionsTest extends DirectoryTest {

    @Test
    void somebody_else_is_faster_than_the_next_modification_of_an_entry() throws LDAPException {
        modify(dn(0), replace("extensionAttribute1", "old"));
        directory
                .interventions()
                .beforeNext(
                        Operation.MODIFY,
                        dn(0),
                        () -> directory.modify(
                                "dn: " + dn(0),
                                "changetype: modify",
                                "replace: extensionAttribute1",
                                "extensionAttribute1: theirs"));

        modify(dn(1), replace("extensionAttribute1", "another entry"));
        LDAPException refusal =
                refusalOf(dn(0), delete("extensionAttribute1", "old"), add("extensionAttribute1", "mine"));

        assertRefused(refusal, ResultCode.NO_SUCH_ATTRIBUTE, "00002085: ");
        assertThat(directory.user(0).value("extensionAttribute1")).hasValue("theirs");
    }

    @Test
    void an_entry_is_recognised_under_its_guid() throws LDAPException {
        AtomicInteger runs = new AtomicInteger();
        directory.interventions().beforeNext(Operation.MODIFY, dn(0), runs::incrementAndGet);

        modify("<GUID=" + directory.user(0).objectGuid() + ">", replace("info", "x"));

        assertThat(runs).hasValue(1);
    }

    @Test
    void planned_code_runs_once_even_if_it_makes_a_request_itself() throws LDAPException {
        AtomicInteger runs = new AtomicInteger();
        directory.interventions().beforeNext(Operation.SEARCH, () -> {
            runs.incrementAndGet();
            try (var other = directory.connect()) {
                assertThat(other.getEntry(dn(0))).isNotNull();
            } catch (LDAPException unexpected) {
                throw new AssertionError(unexpected);
            }
        });

        admin.getEntry(dn(0));
        admin.getEntry(dn(0));

        assertThat(runs).hasValue(1);
    }

    @Test
    void the_next_requests_fail_as_planned_and_change_nothing() throws LDAPException {
        Fault busy = Fault.result(ResultCode.BUSY, "0000200E: SvcErr: DSID-02030B3E, problem 5001 (BUSY), data 0");
        directory.interventions().failNext(Operation.MODIFY, 2, busy);
        EntrySnapshot before = directory.user(0);

        assertRefused(refusalOf(dn(0), replace("info", "x")), ResultCode.BUSY, "0000200E: ");
        assertThat(admin.getEntry(dn(0))).isNotNull();
        assertRefused(refusalOf(dn(0), replace("info", "x")), ResultCode.BUSY, "0000200E: ");
        assertThat(directory.user(0).toLdif()).isEqualTo(before.toLdif());
        modify(dn(0), replace("info", "x"));

        assertThat(directory.user(0).value("info")).hasValue("x");
    }

    @Test
    void a_connection_cut_before_a_request_leaves_it_undone() {
        directory.interventions().failNext(Operation.MODIFY, 1, Fault.cutBefore());

        LDAPException refusal = refusalOf(dn(0), replace("info", "x"));

        assertThat(refusal.getResultCode().isConnectionUsable()).isFalse();
        assertThat(directory.user(0).value("info")).isEmpty();
    }

    @Test
    void a_connection_cut_after_a_request_leaves_it_done_and_unanswered() {
        directory.interventions().failNext(Operation.MODIFY, 1, Fault.cutAfter());

        LDAPException refusal = refusalOf(dn(0), replace("info", "x"));

        assertThat(refusal.getResultCode().isConnectionUsable()).isFalse();
        assertThat(directory.user(0).value("info")).hasValue("x");
    }

    @Test
    void the_next_requests_fail_one_plan_after_the_other() throws LDAPException {
        directory.interventions().failNext(Operation.MODIFY, 1, Fault.throttled(Duration.ofSeconds(1)));
        directory.interventions().failNext(Operation.MODIFY, 1, Fault.unavailable());

        assertRefused(refusalOf(dn(0), replace("info", "x")), ResultCode.BUSY, "0000200E: ");
        assertRefused(refusalOf(dn(0), replace("info", "x")), ResultCode.UNAVAILABLE, "0000200F: ");
        modify(dn(0), replace("info", "x"));

        assertThat(directory.interventions().toString()).isEqualTo("nothing is planned");
    }

    @Test
    void what_was_planned_can_be_forgotten() throws LDAPException {
        directory.interventions().failNext(Operation.MODIFY, 1, Fault.cutBefore());
        directory.interventions().beforeNext(Operation.MODIFY, () -> {
            throw new AssertionError("forgotten code ran");
        });
        directory.interventions().clear();

        modify(dn(0), replace("info", "x"));

        assertThat(directory.user(0).value("info")).hasValue("x");
    }

    @Test
    void a_server_that_stopped_listening_comes_back_on_its_ports_with_its_entries() throws LDAPException {
        int port = directory.ldapPort();
        modify(dn(0), replace("info", "kept"));
        directory.stopListening();

        assertThat(refusal(() -> admin.getEntry(dn(0))).getResultCode().isConnectionUsable())
                .isFalse();
        assertThat(refusal(() -> new com.unboundid.ldap.sdk.LDAPConnection("127.0.0.1", port))
                        .getResultCode())
                .isEqualTo(ResultCode.CONNECT_ERROR);
        directory.startListening();

        assertThat(directory.ldapPort()).isEqualTo(port);
        try (var again = directory.connect()) {
            assertThat(again.getEntry(dn(0)).getAttributeValue("info")).isEqualTo("kept");
        }
    }

    @Test
    void connections_are_dropped_while_the_server_goes_on() throws LDAPException {
        directory.dropConnections();

        assertThat(refusal(() -> admin.getEntry(dn(0))).getResultCode().isConnectionUsable())
                .isFalse();
        try (var again = directory.connect()) {
            assertThat(again.getEntry(dn(0))).isNotNull();
        }
    }
}
