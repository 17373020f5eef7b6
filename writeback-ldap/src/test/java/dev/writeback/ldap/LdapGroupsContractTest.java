package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.contract.GroupsContract;
import dev.writeback.testkit.contract.ScopedDirectory;

class LdapGroupsContractTest extends GroupsContract {

    @Override
    protected ScopedDirectory open() {
        try {
            return new DomainUnderTest(MemoryDomain.start());
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
