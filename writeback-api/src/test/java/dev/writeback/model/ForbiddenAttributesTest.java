package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForbiddenAttributesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unicodePwd",
                "pwdLastSet",
                "userAccountControl",
                "msDS-AllowedToDelegateTo",
                "msDS-AllowedToActOnBehalfOfOtherIdentity",
                "objectSid",
                "sIDHistory",
                "nTSecurityDescriptor",
                "member",
                "primaryGroupID",
                "groupType",
                "msDS-KeyCredentialLink",
                "altSecurityIdentities",
                "userCertificate",
                "msDS-GroupMSAMembership",
                "msDS-ManagedPassword",
                "msDS-ManagedAccountPrecededByLink",
                "msDS-SupersededManagedAccountLink",
                "msDS-DelegatedMSAState",
                "ms-Mcs-AdmPwd",
                "ms-Mcs-AdmPwdExpirationTime",
                "msLAPS-EncryptedPassword",
                "msDS-ClaimAttributeSource",
                "msDS-AssignedAuthNPolicySilo",
                "scriptPath",
                "msTSInitialProgram",
                "ms-DS-CreatorSID",
                "msDS-AdditionalSamAccountName",
                "msExchMasterAccountSid",
                "msExchMailboxSecurityDescriptor",
                "msExchRBACPolicyLink",
                "managedBy",
                "msDS-ObjectSoa",
                "trustAuthIncoming",
                "gPLink",
                "uidNumber",
                "krbPrincipalKey"
            })
    void what_decides_who_may_do_what_is_forbidden_in_any_case(String name) {
        assertThat(ForbiddenAttributes.contains(AttributeName.of(name))).isTrue();
        assertThat(ForbiddenAttributes.contains(AttributeName.of(name.toUpperCase(Locale.ROOT))))
                .isTrue();
        assertThat(ForbiddenAttributes.contains(AttributeName.of(name.toLowerCase(Locale.ROOT))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OID.1.2.840.113556.1.4.8", "oid.1.2.840.113556.1.4.8", "mail.x"})
    void a_way_around_a_name_is_forbidden(String name) {
        assertThat(ForbiddenAttributes.contains(AttributeName.of(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.840.113556.1.4.8",
                "userAccountControl;x",
                "userCertificate;binary",
                "member;range=0-1",
                " userAccountControl",
                "userAccountControl ",
                "userAccountControl\u0000",
                "userAccountC\u03bfntrol",
                "u\u017feraccountcontrol",
                "member\u200b",
                "(member=*)",
                ""
            })
    void an_identifier_an_option_and_what_only_looks_like_a_name_are_no_names(String text) {
        assertThat(AttributeName.isValid(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail",
                "proxyAddresses",
                "extensionAttribute1",
                "msExchRecipientTypeDetails",
                "publicDelegates",
                "targetAddress",
                "department",
                "telephoneNumber",
                "manager",
                "title"
            })
    void what_a_mailbox_and_a_person_have_is_not(String name) {
        assertThat(ForbiddenAttributes.contains(AttributeName.of(name))).isFalse();
    }
}
