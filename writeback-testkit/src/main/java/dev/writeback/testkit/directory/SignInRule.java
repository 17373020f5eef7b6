package dev.writeback.testkit.directory;

/** Over which connections the server takes passwords. */
enum SignInRule {
    ANY,
    ENCRYPTED
}
