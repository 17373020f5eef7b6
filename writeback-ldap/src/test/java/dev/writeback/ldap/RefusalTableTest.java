package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.ldap.Refusal.Kind;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Modification;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.EntryWrite;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTableTest {

    private static final EntryWrite WRITE = new EntryWrite(
            new EntryId(new ObjectGuid(new UUID(1, 2)), Dn.of("CN=Ada,DC=x")),
            "dc1:636",
            List.of(
                    new Modification(
                            AttributeName.of("extensionAttribute1"), List.of(), List.of(AttributeValue.text("secret"))),
                    new Modification(AttributeName.of("mail"), List.of(), List.of(AttributeValue.text("s@x")))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            16 | 00002085: AtrErr: DSID-03151E32, #1: 0: 00002085: problem 1001 (NO_ATTRIBUTE_OR_VAL) | STALE | ENTRY_CONFLICT
            16 | 00002076: AtrErr | STALE | ENTRY_CONFLICT
            16 | 0000200A: AtrErr | STALE | ENTRY_CONFLICT
            16 | modify/delete: extensionAttribute1: no such value | STALE | ENTRY_CONFLICT
            16 | 00000057: LdapErr: DSID-0C090D8A, comment: Error in attribute conversion operation | REJECTED | SCHEMA_ATTRIBUTE_NOT_FOUND
            16 | 0000206F: AttErr | REJECTED | SCHEMA_ATTRIBUTE_NOT_FOUND
            16 | acl_modify: attribute 'mail' on entry 'CN=Ada' was not found in the schema! | REJECTED | SCHEMA_ATTRIBUTE_NOT_FOUND
            17 | mailx: attribute type undefined | REJECTED | SCHEMA_ATTRIBUTE_NOT_FOUND
            20 | 00002083: AtrErr | STALE | ENTRY_CONFLICT
            20 | 0000200D: SINGLE-VALUE attribute 'mail' specified more than once | STALE | ENTRY_CONFLICT
            20 | | STALE | ENTRY_CONFLICT
            19 | 00002081: AtrErr: problem 1005 (CONSTRAINT_ATT_TYPE) | STALE | ENTRY_CONFLICT
            19 | mail: multiple values provided | STALE | ENTRY_CONFLICT
            19 | attribute 'mail' cannot have multiple values | STALE | ENTRY_CONFLICT
            19 | 00002082: AtrErr | REJECTED | INVALID_VALUE
            19 | 000020B5: AtrErr | REJECTED | INVALID_VALUE
            19 | 0000202F: constraint | REJECTED | INVALID_VALUE
            19 | 000021C8: AtrErr: not unique forest-wide | REJECTED | ATTRIBUTE_VALUE_MUST_BE_UNIQUE
            19 | 000020B1: SvcErr | REJECTED | REJECTED
            21 | 0000200B: objectclass_attrs: attribute 'mail' | REJECTED | INVALID_VALUE
            34 | 00002032 | REJECTED | INVALID_VALUE
            32 | 0000208D: NameErr: DSID-031001A8, problem 2001 (NO_OBJECT) | MISSING | ENTRY_NOT_FOUND
            32 | 00002030: | MISSING | ENTRY_NOT_FOUND
            50 | 00002098: SecErr: DSID-03150BC1, problem 4003 (INSUFF_ACCESS_RIGHTS) | NOT_PERMITTED | INSUFFICIENT_RIGHTS
            50 | | NOT_PERMITTED | INSUFFICIENT_RIGHTS
            53 | 000020E7: SvcErr | NOT_PERMITTED | INSUFFICIENT_RIGHTS
            53 | 0000209A: SvcErr: DSID-031A1021, problem 5003 (WILL_NOT_PERFORM) | REJECTED | REJECTED
            53 | 00002035: modify forbidden on global catalog port | REJECTED | REJECTED
            53 | shadow context; no update referral | ELSEWHERE | REJECTED
            65 | 0000207D: UpdErr | REJECTED | SCHEMA_ATTRIBUTE_NOT_FOUND
            65 | 00002014: objectclass_attrs | REJECTED | SCHEMA_ATTRIBUTE_NOT_FOUND
            11 | 00002024: SvcErr | REJECTED | REJECTED
            10 | 0000202B: RefErr | ELSEWHERE | REJECTED
            51 | 0000200E: SvcErr: problem 5001 (BUSY) | UNAVAILABLE | DIRECTORY_BUSY
            52 | 0000200F: SvcErr | ELSEWHERE | DIRECTORY_BUSY
            3 | 00002022: | UNAVAILABLE | DIRECTORY_BUSY
            8 | 00002028: LdapErr | UNAVAILABLE | SIGN_IN_FAILED
            1 | 00002020: Operation unavailable without authentication | UNAVAILABLE | SIGN_IN_FAILED
            1 | 000004DC: In order to perform this operation a successful bind must be completed | UNAVAILABLE | SIGN_IN_FAILED
            1 | Failed to remove backlink of authOrigBL | REJECTED | REJECTED
            81 | | UNKNOWN | OUTCOME_UNKNOWN
            84 | | UNKNOWN | OUTCOME_UNKNOWN
            85 | | UNKNOWN | OUTCOME_UNKNOWN
            1 | 000004DC: LdapErr: DSID-0C090C78, comment: In order to perform this operation a successful bind must be completed on the connection., data 0, v4563 | UNAVAILABLE | SIGN_IN_FAILED
            1 | 000020D6: SvcErr: DSID-031007E5, problem 5012 (DIR_ERROR), data 0 | REJECTED | REJECTED
            16 | 00000057: LdapErr: DSID-0C090E45, comment: Error in attribute conversion operation, data 0, v4563 | REJECTED | SCHEMA_ATTRIBUTE_NOT_FOUND
            16 | 00002085: AtrErr: DSID-03152395, #1:\\n\\t0: 00002085: DSID-03152395, problem 1001 (NO_ATTRIBUTE_OR_VAL), data 0, Att 90292 (proxyAddresses) | STALE | ENTRY_CONFLICT
            19 | 00002082: AtrErr: DSID-03151817, #1:\\n\\t0: 00002082: DSID-03151817, problem 1005 (CONSTRAINT_ATT_TYPE), data 0, Att bf967a7f (mailNickname):len 130 | REJECTED | INVALID_VALUE
            19 | 000021C7: AtrErr: DSID-03200BBA, #1:\\n\\t0: 000021C7: DSID-03200BBA, problem 1005 (CONSTRAINT_ATT_TYPE), data 0, Att 90303 (servicePrincipalName) | REJECTED | ATTRIBUTE_VALUE_MUST_BE_UNIQUE
            20 | 00002083: AtrErr: DSID-03151904, #1:\\n\\t0: 00002083: DSID-03151904, problem 1006 (ATT_OR_VALUE_EXISTS), data 0, Att 90292 (proxyAddresses):len 44 | STALE | ENTRY_CONFLICT
            32 | 0000208D: NameErr: DSID-0310028D, problem 2001 (NO_OBJECT), data 0, best match of:\\n\\t'OU=People,DC=corp,DC=example' | MISSING | ENTRY_NOT_FOUND
            11 | 00002024: SvcErr: DSID-02050E3F, problem 5008 (ADMIN_LIMIT_EXCEEDED), data -1026 | REJECTED | REJECTED
            50 | 00002098: SecErr: DSID-031514A0, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0 | NOT_PERMITTED | INSUFFICIENT_RIGHTS
            51 | 000020EF: SvcErr: DSID-02080490, problem 5001 (BUSY), data -1069 | ELSEWHERE | DIRECTORY_BUSY
            51 | 0000217D: SvcErr: DSID-02080490, problem 5001 (BUSY), data -1069 | UNAVAILABLE | DIRECTORY_BUSY
            52 | 000020AC: SvcErr: DSID-03200C3D, problem 5002 (UNAVAILABLE), data 0 | ELSEWHERE | DIRECTORY_BUSY
            53 | 0000209A: SvcErr: DSID-031A1236, problem 5003 (WILL_NOT_PERFORM), data 0 | REJECTED | REJECTED
            53 | 00002077: SvcErr: DSID-031907B4, problem 5003 (WILL_NOT_PERFORM), data 0 | REJECTED | REJECTED
            65 | 0000207D: UpdErr: DSID-0315166D, problem 6002 (OBJ_CLASS_VIOLATION), data -2054643804 | REJECTED | SCHEMA_ATTRIBUTE_NOT_FOUND
            10 | 0000202B: RefErr: DSID-0310084B, data 0, 1 access points\\n\\tref 1: 'corp.example' | ELSEWHERE | REJECTED
            81 | 000020AC: SvcErr: DSID-03200C3D, problem 5002 (UNAVAILABLE), data 0 | UNKNOWN | OUTCOME_UNKNOWN
            85 | 00002030: anything | UNKNOWN | OUTCOME_UNKNOWN
            4711 | something new | REJECTED | REJECTED
            """)
    void an_answer_means(int result, String diagnostic, Kind kind, ErrorCode code) {
        Refusal refusal = RefusalTable.of(failure(result, diagnostic));

        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.code()).isEqualTo(code);
    }

    @Test
    void every_answer_is_told_in_sentences_with_the_entry_and_without_a_value() {
        for (int result : IntStream.rangeClosed(1, 123).toArray()) {
            WriteOutcome outcome =
                    RefusalTable.of(failure(result, "00002098: no\n")).outcome(WRITE, failure(result, "no\n"));
            String text = outcome.toString();

            assertThat(text).containsAnyOf("CN=Ada,DC=x", "dc1:636").doesNotContain("secret", "%");
        }
    }

    @Test
    void the_attribute_is_named_if_the_server_names_it_and_else_all_that_it_may_be() {
        String named = RefusalTable.of(failure(21, "mail: value #0 invalid per syntax"))
                .outcome(WRITE, failure(21, "mail: value #0 invalid per syntax"))
                .toString();
        String unnamed = RefusalTable.of(failure(21, "00000057: LdapErr"))
                .outcome(WRITE, failure(21, "00000057: LdapErr"))
                .toString();

        assertThat(named).contains("of mail of CN=Ada,DC=x").doesNotContain("extensionAttribute1");
        assertThat(unnamed).contains("one of extensionAttribute1, mail");
    }

    private static LDAPException failure(int result, String diagnostic) {
        return new LDAPException(new LDAPResult(
                1, ResultCode.valueOf(result), diagnostic, null, new String[0], new com.unboundid.ldap.sdk.Control[0]));
    }
}
