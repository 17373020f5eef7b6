package dev.writeback.engine.mapping;

import dev.writeback.model.AttributeName;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What no profile may write, whatever it says: secrets, rights, identity, and what decides who may sign in as whom. A
 * mistake in a mapping, or somebody who controls a cloud object, must not get this far.
 */
public final class ForbiddenAttributes {

    private static final Set<AttributeName> NAMES = Stream.of(
                    "unicodePwd userPassword dBCSPwd ntPwdHistory lmPwdHistory supplementalCredentials pwdLastSet",
                    "userAccountControl accountExpires lockoutTime logonHours userWorkstations scriptPath profilePath",
                    "nTSecurityDescriptor adminCount isCriticalSystemObject objectClass objectCategory systemFlags",
                    "objectSid sIDHistory objectGUID mS-DS-ConsistencyGuid primaryGroupID sAMAccountName sAMAccountType",
                    "userPrincipalName servicePrincipalName altSecurityIdentities userCertificate msDS-KeyCredentialLink",
                    "msDS-AllowedToDelegateTo msDS-AllowedToActOnBehalfOfOtherIdentity msDS-GroupMSAMembership",
                    "member memberOf managedBy gPLink cn name distinguishedName isDeleted msDS-ObjectSoa",
                    "msDS-SupportedEncryptionTypes msDS-ManagedPassword ms-Mcs-AdmPwd msLAPS-Password",
                    "msExchMasterAccountSid msExchMailboxSecurityDescriptor")
            .flatMap(line -> Stream.of(line.split(" ")))
            .map(AttributeName::of)
            .collect(Collectors.toUnmodifiableSet());

    private ForbiddenAttributes() {}

    /** Whether this attribute may never be written. */
    public static boolean contains(AttributeName name) {
        return NAMES.contains(name);
    }
}
