package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.contract.ScopedDirectory;
import dev.writeback.testkit.contract.UnitsContract;

class LdapUnitsContractTest extends UnitsContract {

    @Override
    protected ScopedDirectory open() {
        try {
            return new DomainUnderTest(MemoryDomain.start());
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
