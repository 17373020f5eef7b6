package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.contract.DirectoryUnderTest;
import dev.writeback.testkit.contract.HoldersContract;

/** Holds {@link LdapDirectory} to the contract, on the in-memory directory. */
class LdapHoldersContractTest extends HoldersContract {

    @Override
    protected DirectoryUnderTest open() {
        try {
            return new DomainUnderTest(MemoryDomain.start());
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
