package dev.writeback.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What no profile may write, whatever it says: secrets, rights, identity, and what decides who may sign in as whom. A
 * mistake in a mapping, or somebody who controls a cloud object, must not get this far. Profiles, plans, undo and the
 * directory itself each ask here, so that one of them that is got around is not enough.
 *
 * <p>The names are those of Active Directory's schema ([MS-ADA1] to [MS-ADA3], [MS-ADSC]), of Exchange's, and of other
 * LDAP servers.
 */
public final class ForbiddenAttributes {

    private static final Set<AttributeName> NAMES = Stream.of(
                    // Secrets, and what stands for one: passwords, keys, certificates to sign in with.
                    "unicodePwd userPassword dBCSPwd ntPwdHistory lmPwdHistory supplementalCredentials unixUserPassword",
                    "msSFU30Password authPassword userPKCS12 sshPublicKey currentValue priorValue initialAuthIncoming",
                    "initialAuthOutgoing userCertificate altSecurityIdentities msExchCertificate",
                    // Whether, when, where and how somebody may sign in.
                    "userAccountControl accountExpires lockoutTime logonHours logonWorkstation userWorkstations",
                    "msExchUserAccountControl msDS-User-Account-Control-Computed msDS-SupportedEncryptionTypes",
                    "msDS-SecondaryKrbTgtNumber msDS-KrbTgtLink msDS-PrimaryComputer nsAccountLock",
                    // What is run or mounted when they do.
                    "scriptPath profilePath homeDirectory homeDrive userParameters loginShell unixHomeDirectory",
                    "userSharedFolder userSharedFolderOther uidNumber gidNumber",
                    // Rights.
                    "nTSecurityDescriptor defaultSecurityDescriptor adminCount isCriticalSystemObject systemFlags",
                    "aci aclRights sDRightsEffective managedBy msExchMailboxSecurityDescriptor msExchMasterAccountSid",
                    "msExchMasterAccountHistory msExchPreviousAccountSid msExchRBACPolicyLink msExchRoleLink",
                    "msExchRoleAssignmentFlags msExchUserLink msExchCoManagedByLink msExchManagedByLink",
                    // Membership in groups.
                    "member memberOf memberUid uniqueMember primaryGroupID groupType groupMembershipSAM nonSecurityMember",
                    "memberNisNetgroup nisNetgroupTriple nsRoleDN isMemberOfDL",
                    // Identity.
                    "objectClass objectCategory instanceType objectSid sIDHistory objectGUID mS-DS-ConsistencyGuid",
                    "securityIdentifier sAMAccountName sAMAccountType userPrincipalName servicePrincipalName dNSHostName",
                    "mS-DS-CreatorSID msDS-CreatorSID ms-DS-CreatorSID msDS-SourceObjectDN msDS-ObjectSoa",
                    "cn ou dc name distinguishedName entryUUID entryDN isDeleted isRecycled lastKnownParent",
                    // What belongs to computers, delegated and managed accounts, domains and their policies.
                    "msDS-HostServiceAccount msDS-HostServiceAccountBL msDS-NeverRevealGroup msDS-RevealOnDemandGroup",
                    "msDS-Settings msDS-Other-Settings ms-DS-MachineAccountQuota dSHeuristics sPNMappings",
                    "wellKnownObjects otherWellKnownObjects fSMORoleOwner dNSRecord pwdProperties minPwdLength")
            .flatMap(line -> Stream.of(line.split(" ")))
            .map(AttributeName::of)
            .collect(Collectors.toUnmodifiableSet());

    /** Whole families, in lower case; the schema gains members of them with each version. */
    private static final List<String> FAMILIES = List.of(
            "pwd", // pwdLastSet; and on other servers pwdAccountLockedTime, pwdPolicySubentry
            "ds-pwp-",
            "krb",
            "sudo",
            "olc",
            "gpc",
            "gpl",
            "gpo",
            "trust",
            "msds-allowedto", // delegation
            "msds-keycredential",
            "msds-managed", // passwords and predecessors of managed accounts
            "msds-groupmsa",
            "msds-delegatedmsa",
            "msds-superseded",
            "msds-assignedauthn",
            "msds-authn",
            "msds-authenticated",
            "msds-claim",
            "msds-userauthn",
            "msds-userallowedto",
            "msds-computerauthn",
            "msds-computerallowedto",
            "msds-serviceauthn",
            "msds-serviceallowedto",
            "msds-additional", // further names of a computer
            "msds-pso",
            "msds-egress",
            "msds-ingress",
            "ms-mcs-adm", // LAPS, the first
            "mslaps-",
            "msfve-",
            "mstpm-",
            "mspki",
            "msnp", // who may dial in
            "msradius",
            "msts"); // what a terminal server runs at sign-in

    private ForbiddenAttributes() {}

    /**
     * Whether this attribute may never be written. A name with a dot, such as {@code OID.1.2.840.113556.1.4.8}, is no name
     * of a schema but a way around one, and is never allowed.
     */
    public static boolean contains(AttributeName name) {
        if (NAMES.contains(name) || name.value().indexOf('.') >= 0) {
            return true;
        }
        String lower = name.value().toLowerCase(Locale.ROOT);
        return FAMILIES.stream().anyMatch(lower::startsWith);
    }
}
