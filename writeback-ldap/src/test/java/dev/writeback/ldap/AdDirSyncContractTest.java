package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.contract.DirectoryWatchContract;
import dev.writeback.testkit.contract.WatchedDirectory;
import org.junit.jupiter.api.Tag;

@Tag("ad")
class AdDirSyncContractTest extends DirectoryWatchContract {

    @Override
    protected WatchedDirectory open() {
        try {
            return new DomainUnderTest(
                    DomainController.running("dirsync"),
                    settings -> settings.watchPage(1).changes(LdapSettings.Changes.DIRSYNC));
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
