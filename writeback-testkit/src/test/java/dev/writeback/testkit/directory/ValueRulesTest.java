package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueRulesTest extends DirectoryTest {

    @Test
    void a_value_as_long_as_its_range_is_stored() throws LDAPException {
        modify(dn(0), replace("extensionAttribute1", "x".repeat(1024)), replace("mailNickname", "ü".repeat(64)));

        assertThat(directory.user(0).value("mailNickname")).hasValue("ü".repeat(64));
    }

    @Test
    void a_value_longer_than_its_range_is_a_constraint_violation() {
        LDAPException refusal = refusalOf(dn(0), replace("extensionAttribute1", "x".repeat(1025)));

        assertRefused(refusal, ResultCode.CONSTRAINT_VIOLATION, "00002082: AtrErr: DSID-");
        assertThat(refusal.getDiagnosticMessage()).contains("problem 1005 (CONSTRAINT_ATT_TYPE)");
    }

    @Test
    void length_counts_in_utf_16_units() throws LDAPException {
        modify(dn(0), replace("mailNickname", "😀".repeat(32)));

        assertRefused(
                refusalOf(dn(0), replace("mailNickname", "😀".repeat(33))),
                ResultCode.CONSTRAINT_VIOLATION,
                "00002082");
    }

    @Test
    void octets_have_a_range_too() {
        assertRefused(
                refusalOf(dn(0), new Modification(ModificationType.REPLACE, "msExchMailboxGuid", new byte[17])),
                ResultCode.CONSTRAINT_VIOLATION,
                "00002082");
    }

    @Test
    void two_values_for_a_single_valued_attribute_are_a_constraint_violation() {
        assertRefused(
                refusalOf(dn(0), replace("mail", "a@corp.example", "b@corp.example")),
                ResultCode.CONSTRAINT_VIOLATION,
                "00002081: ");
    }

    @ParameterizedTest
    @CsvSource({
        "msExchHideFromAddressLists, true",
        "msExchHideFromAddressLists, 1",
        "msExchRecipientDisplayType, seven",
        "msExchRecipientDisplayType, 2147483648",
        "msExchRecipientDisplayType, 4294967290",
        "msExchRecipientTypeDetails, 00128",
        "msExchRecipientTypeDetails, 9223372036854775808",
        "msExchLitigationHoldDate, 2026-01-01T00:00:00Z",
        "msExchLitigationHoldDate, 20260101000000Z",
        "extensionAttribute1, ''"
    })
    void a_value_of_the_wrong_syntax_is_refused(String attribute, String value) {
        LDAPException refusal = refusalOf(dn(0), replace(attribute, value));

        assertThat(refusal.getResultCode()).isIn(ResultCode.INVALID_ATTRIBUTE_SYNTAX, ResultCode.CONSTRAINT_VIOLATION);
        assertThat(refusal.getDiagnosticMessage()).matches("(?s)0000(200B|2082): AtrErr: DSID-.*");
    }

    @Test
    void the_wrong_syntax_is_named_so() {
        assertRefused(
                refusalOf(dn(0), replace("msExchHideFromAddressLists", "yes")),
                ResultCode.INVALID_ATTRIBUTE_SYNTAX,
                "0000200B: ");
    }

    @ParameterizedTest
    @CsvSource({"0005, 5", "+5, 5", "' 5', 5", "-0, 0"})
    void whole_numbers_are_stored_in_their_shortest_form(String given, String stored) throws LDAPException {
        modify(dn(0), replace("msExchRecipientDisplayType", given));

        assertThat(directory.user(0).values("msExchRecipientDisplayType")).containsExactly(stored);
    }

    @Test
    void times_lose_their_fraction() throws LDAPException {
        modify(dn(0), replace("msExchLitigationHoldDate", "20260101000000.123Z"));

        assertThat(directory.user(0).values("msExchLitigationHoldDate")).containsExactly("20260101000000.0Z");
    }

    @Test
    void text_that_is_not_utf_8_is_refused() {
        assertRefused(
                refusalOf(dn(0), new Modification(ModificationType.REPLACE, "extensionAttribute1", new byte[] {
                    (byte) 0xff, 'a'
                })),
                ResultCode.INVALID_ATTRIBUTE_SYNTAX,
                "0000200B: ");
    }

    @Test
    void the_limit_of_values_is_one_of_the_entry() throws LDAPException {
        String[] many = IntStream.range(0, 1_100).mapToObj(i -> "value " + i).toArray(String[]::new);
        modify(dn(0), replace("msExchExtensionCustomAttribute1", many));

        LDAPException refusal = refusalOf(dn(0), replace("msExchExtensionCustomAttribute2", many));

        assertRefused(refusal, ResultCode.ADMIN_LIMIT_EXCEEDED, "00002024: SvcErr: DSID-");
        assertThat(directory.user(0).values("msExchExtensionCustomAttribute2")).isEmpty();
    }

    @Test
    void a_full_entry_takes_no_single_value_either() throws LDAPException {
        modify(
                dn(0),
                replace(
                        "proxyAddresses",
                        IntStream.range(0, 1_200)
                                .mapToObj(i -> "smtp:a" + i + "@corp.example")
                                .toArray(String[]::new)));
        String[] rest = IntStream.range(0, 50).mapToObj(i -> "value " + i).toArray(String[]::new);
        int fitting = 0;
        while (fitting < rest.length && takes(add("msExchExtensionCustomAttribute1", rest[fitting]))) {
            fitting++;
        }

        assertThat(fitting).isBetween(1, 49);
        assertRefused(
                refusalOf(dn(0), replace("extensionAttribute9", "x")), ResultCode.ADMIN_LIMIT_EXCEEDED, "00002024: ");
        modify(dn(0), delete("msExchExtensionCustomAttribute1", rest[0]), replace("extensionAttribute9", "x"));
    }

    private boolean takes(Modification modification) {
        try {
            modify(dn(0), modification);
            return true;
        } catch (LDAPException full) {
            assertThat(full.getResultCode()).isEqualTo(ResultCode.ADMIN_LIMIT_EXCEEDED);
            return false;
        }
    }

    @Test
    void an_unknown_attribute_is_no_such_attribute() {
        assertRefused(
                refusalOf(dn(0), replace("proxyAdresses", "x")),
                ResultCode.NO_SUCH_ATTRIBUTE,
                "00000057: LdapErr: DSID-");
    }

    @Test
    void an_attribute_of_another_class_is_an_object_class_violation() {
        assertRefused(
                refusalOf("OU=People,DC=corp,DC=example", replace("extensionAttribute1", "x")),
                ResultCode.OBJECT_CLASS_VIOLATION,
                "0000207D: UpdErr: DSID-");
    }

    @ParameterizedTest
    @CsvSource({
        "objectGUID, 19, 0000202F",
        "uSNChanged, 19, 0000202F",
        "whenChanged, 19, 0000202F",
        "allowedAttributesEffective, 19, 0000202F",
        "objectSid, 53, 00002035",
        "memberOf, 53, 00002035",
        "cn, 67, 00002016",
        "name, 67, 00002016"
    })
    void what_the_directory_keeps_itself_is_not_for_clients(String attribute, int code, String win32) {
        LDAPException refusal = refusalOf(dn(0), replace(attribute, "1234567890123456"));

        assertRefused(refusal, ResultCode.valueOf(code), win32 + ": ");
    }

    @Test
    void what_a_class_requires_stays() {
        directory.add("dn: CN=team,OU=Groups,DC=corp,DC=example", "objectClass: group", "groupType: 8");

        assertRefused(
                refusalOf("CN=team,OU=Groups,DC=corp,DC=example", delete("groupType")),
                ResultCode.OBJECT_CLASS_VIOLATION,
                "0000207C: ");
    }
}
