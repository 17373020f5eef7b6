package dev.writeback.testkit.directory;

/** What a domain controller may be; see {@link InMemoryActiveDirectory#become}. */
public enum ServerState {
    /** It takes writes. */
    WRITABLE,
    /** It is read-only (RODC): it says so in its rootDSE, and answers each write with a referral. */
    READ_ONLY,
    /** It takes writes, but says that it has not caught up with its partners: {@code isSynchronized} is FALSE. */
    NOT_SYNCHRONIZED
}
