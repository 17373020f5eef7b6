package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.PermissiveModifyRequestControl;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConditionalModifyTest extends DirectoryTest {

    @Test
    void deleting_the_expected_value_and_adding_a_new_one_replaces_it() throws LDAPException {
        modify(dn(0), replace("extensionAttribute1", "old"));

        modify(dn(0), delete("extensionAttribute1", "old"), add("extensionAttribute1", "new"));

        assertThat(directory.user(0).values("extensionAttribute1")).containsExactly("new");
    }

    @Test
    void deleting_a_value_that_is_not_there_is_no_such_attribute() throws LDAPException {
        modify(dn(0), replace("extensionAttribute1", "theirs"));

        LDAPException refusal =
                refusalOf(dn(0), delete("extensionAttribute1", "old"), add("extensionAttribute1", "new"));

        assertRefused(refusal, ResultCode.NO_SUCH_ATTRIBUTE, "00002085: AtrErr: DSID-");
        assertThat(refusal.getDiagnosticMessage())
                .contains("problem 1001 (NO_ATTRIBUTE_OR_VAL)", "(extensionAttribute1)");
        assertThat(directory.user(0).values("extensionAttribute1")).containsExactly("theirs");
    }

    @Test
    void deleting_an_attribute_that_is_not_there_is_no_such_attribute() {
        assertRefused(refusalOf(dn(0), delete("info")), ResultCode.NO_SUCH_ATTRIBUTE, "00002084: ");
        assertRefused(refusalOf(dn(0), delete("info", "x")), ResultCode.NO_SUCH_ATTRIBUTE, "00002085: ");
    }

    @Test
    void replacing_with_nothing_what_is_not_there_succeeds() throws LDAPException {
        modify(dn(0), replace("info"));

        assertThat(directory.user(0).values("info")).isEmpty();
    }

    @Test
    void adding_a_value_to_a_single_valued_attribute_that_has_one_is_a_conflict() {
        assertRefused(
                refusalOf(dn(0), add("extensionAttribute1", "another")),
                ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
                "0000200D: ");
    }

    @Test
    void of_two_clients_that_expect_the_same_value_one_wins() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try (LDAPConnection first = directory.connect();
                LDAPConnection second = directory.connect()) {
            for (int round = 0; round < 50; round++) {
                modify(dn(0), replace("extensionAttribute1", "old"));
                List<Callable<ResultCode>> rivals = List.of(swap(first, "a"), swap(second, "b"));
                List<ResultCode> results = new ArrayList<>();
                for (Future<ResultCode> result : clients.invokeAll(rivals)) {
                    results.add(result.get());
                }
                assertThat(results).containsExactlyInAnyOrder(ResultCode.SUCCESS, ResultCode.NO_SUCH_ATTRIBUTE);
            }
        } finally {
            clients.shutdown();
        }
    }

    private Callable<ResultCode> swap(LDAPConnection client, String value) {
        return () -> {
            try {
                return client.modify(
                                dn(0), List.of(delete("extensionAttribute1", "old"), add("extensionAttribute1", value)))
                        .getResultCode();
            } catch (LDAPException lost) {
                return lost.getResultCode();
            }
        };
    }

    @Test
    void one_bad_modification_undoes_all_of_the_request() {
        EntrySnapshot before = directory.user(0);

        refusalOf(dn(0), replace("extensionAttribute1", "x"), replace("mail", "y"), delete("info"));

        assertThat(directory.user(0).toLdif()).isEqualTo(before.toLdif());
    }

    @Test
    void permissive_modify_takes_present_and_missing_values_for_done() throws LDAPException {
        ModifyRequest request = new ModifyRequest(
                dn(0),
                add("proxyAddresses", directory.user(0).values("proxyAddresses").get(0)),
                delete("proxyAddresses", "smtp:nobody@corp.example"),
                delete("info"));
        request.addControl(new PermissiveModifyRequestControl());

        assertThat(admin.modify(request).getResultCode()).isEqualTo(ResultCode.SUCCESS);
    }

    @Test
    void permissive_modify_does_not_help_a_second_value_into_a_single_valued_attribute() {
        ModifyRequest request = new ModifyRequest(dn(0), add("extensionAttribute1", "another"));
        request.addControl(new PermissiveModifyRequestControl());

        assertRefused(refusal(() -> admin.modify(request)), ResultCode.ATTRIBUTE_OR_VALUE_EXISTS, "0000200D: ");
    }
}
