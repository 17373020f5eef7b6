package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.contract.FiltersContract;
import dev.writeback.testkit.contract.ScopedDirectory;

class LdapFiltersContractTest extends FiltersContract {

    @Override
    protected ScopedDirectory open() {
        try {
            return new DomainUnderTest(MemoryDomain.start());
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
