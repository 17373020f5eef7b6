package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.contract.DirectorySinkContract;
import dev.writeback.testkit.contract.DirectoryUnderTest;

class LdapDirectoryContractTest extends DirectorySinkContract {

    @Override
    protected DirectoryUnderTest open() {
        try {
            return new DomainUnderTest(MemoryDomain.start());
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
