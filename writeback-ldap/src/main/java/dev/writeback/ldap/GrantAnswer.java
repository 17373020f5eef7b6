package dev.writeback.ldap;

import dev.writeback.plan.Problem;

/** What a directory says of the rights that an account needs. */
public sealed interface GrantAnswer {

    /** These. */
    record Told(Grant grant) implements GrantAnswer {}

    /** It cannot be said. */
    record Untold(Problem problem) implements GrantAnswer {}
}
