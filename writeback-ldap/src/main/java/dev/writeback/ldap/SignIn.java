package dev.writeback.ldap;

import java.util.Map;

/** Why Active Directory refused a sign-in: the data code of its message (Win32 error codes, [MS-ERREF] 2.2). */
final class SignIn {

    private static final Map<String, Reason> REASONS = Map.of(
            "525", new Reason("there is no such account", "Check the DN or name of the account."),
            "52e",
                    new Reason(
                            "the account or the password is wrong", "Check both; too many attempts lock the account."),
            "530", new Reason("the account may not sign in at this hour", "Extend the account's logon hours."),
            "531",
                    new Reason(
                            "the account may not sign in from this machine",
                            "Extend the account's list of workstations."),
            "532", new Reason("the account's password has expired", "Set a new password, or one that does not expire."),
            "533", new Reason("the account is disabled", "Enable the account."),
            "701", new Reason("the account has expired", "Extend the account's expiry date."),
            "773",
                    new Reason(
                            "the account's password must be changed first",
                            "Set a new password without that condition."),
            "775", new Reason("the account is locked", "Unlock the account, and find out who used wrong passwords."));

    private static final Reason UNKNOWN =
            new Reason("the server does not accept the account and password", "Check both.");

    private SignIn() {}

    /** Why it was refused, as far as the server's message tells. */
    static Reason reason(Diagnostic diagnostic) {
        return REASONS.getOrDefault(diagnostic.signInCode(), UNKNOWN);
    }

    /**
     * @param clause why, as the rest of a sentence
     * @param action one sentence that says what to do
     */
    record Reason(String clause, String action) {}
}
