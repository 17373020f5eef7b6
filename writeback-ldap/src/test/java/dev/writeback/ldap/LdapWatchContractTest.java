package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.contract.DirectoryWatchContract;
import dev.writeback.testkit.contract.WatchedDirectory;

/** Holds the watch by {@code uSNChanged} to the contract, on the in-memory directory. */
class LdapWatchContractTest extends DirectoryWatchContract {

    @Override
    protected WatchedDirectory open() {
        try {
            return new DomainUnderTest(MemoryDomain.start(), settings -> settings.watchPage(7));
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
