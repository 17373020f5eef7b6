package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.contract.ScopeContract;
import dev.writeback.testkit.contract.ScopedDirectory;

class LdapScopeContractTest extends ScopeContract {

    @Override
    protected ScopedDirectory open() {
        try {
            return new DomainUnderTest(MemoryDomain.start());
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
