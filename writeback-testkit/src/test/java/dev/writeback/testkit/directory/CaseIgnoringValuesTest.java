package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseIgnoringValuesTest extends DirectoryTest {

    @BeforeEach
    void give_two_addresses() throws LDAPException {
        modify(dn(0), replace("proxyAddresses", "SMTP:IDA@corp.example", "smtp:i@corp.example"));
    }

    @Test
    void a_value_that_differs_in_case_only_exists_already() {
        LDAPException refusal = refusalOf(dn(0), add("proxyAddresses", "smtp:ida@corp.example"));

        assertRefused(refusal, ResultCode.ATTRIBUTE_OR_VALUE_EXISTS, "00002083: AtrErr: DSID-");
        assertThat(refusal.getDiagnosticMessage()).contains("problem 1006 (ATT_OR_VALUE_EXISTS)", "Att 200d2");
    }

    @Test
    void a_primary_address_is_swapped_by_deleting_and_adding_in_one_request() throws LDAPException {
        modify(
                dn(0),
                delete("proxyAddresses", "SMTP:IDA@corp.example", "smtp:i@corp.example"),
                add("proxyAddresses", "smtp:ida@corp.example", "SMTP:i@corp.example"));

        assertThat(directory.user(0).values("proxyAddresses"))
                .containsExactlyInAnyOrder("smtp:ida@corp.example", "SMTP:i@corp.example");
    }

    @Test
    void a_value_is_deleted_in_any_case() throws LDAPException {
        modify(dn(0), delete("proxyAddresses", "smtp:Ida@CORP.example"));

        assertThat(directory.user(0).values("proxyAddresses")).containsExactly("smtp:i@corp.example");
    }

    @Test
    void a_replace_stores_the_new_case_and_counts_as_a_change() throws LDAPException {
        long before = directory.user(0).usnChanged();

        modify(dn(0), replace("proxyAddresses", "smtp:IDA@corp.example", "SMTP:i@corp.example"));

        assertThat(directory.user(0).values("proxyAddresses"))
                .containsExactlyInAnyOrder("smtp:IDA@corp.example", "SMTP:i@corp.example");
        assertThat(directory.user(0).usnChanged()).isGreaterThan(before);
    }

    @Test
    void a_replace_with_two_values_that_are_one_is_refused() {
        assertRefused(
                refusalOf(dn(0), replace("proxyAddresses", "SMTP:x@corp.example", "smtp:X@corp.example")),
                ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
                "00002083: ");
    }

    @Test
    void composed_and_decomposed_letters_are_different_values() throws LDAPException {
        modify(dn(0), add("proxyAddresses", "smtp:\u00e9@corp.example", "smtp:e\u0301@corp.example"));

        assertThat(directory.user(0).values("proxyAddresses")).hasSize(4);
    }

    @Test
    void capital_letters_with_accents_are_folded_too() {
        assertRefused(
                refusalOf(dn(0), replace("proxyAddresses", "smtp:\u00e9@corp.example", "smtp:\u00c9@corp.example")),
                ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
                "00002083: ");
    }
}
