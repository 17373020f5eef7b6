package dev.writeback.testkit.directory;

import dev.writeback.testkit.fault.Call;

/** The LDAP operations that {@link InMemoryActiveDirectory} counts and that a test may intervene in. */
public enum Operation {
    /** Sign in with a name and a password, or anonymously. */
    BIND,
    /** Search, whatever its scope; a page of a paged search counts as one. */
    SEARCH,
    /** Compare one value. */
    COMPARE,
    /** Add an entry. */
    ADD,
    /** Modify an entry. */
    MODIFY,
    /** Rename or move an entry. */
    MODIFY_DN,
    /** Delete an entry, or a tree of them. */
    DELETE,
    /** Extended operation other than StartTLS, which is not counted. */
    EXTENDED;

    /** The call that a plan of faults names it as. */
    public Call call() {
        return Call.valueOf(name());
    }
}
