package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.contract.DirectoryWatchContract;
import dev.writeback.testkit.contract.WatchedDirectory;

/** Holds the watch by the DirSync control to the contract, on the in-memory directory. */
class LdapDirSyncContractTest extends DirectoryWatchContract {

    @Override
    protected WatchedDirectory open() {
        try {
            return new DomainUnderTest(
                    MemoryDomain.start(), settings -> settings.watchPage(1).changes(LdapSettings.Changes.DIRSYNC));
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
