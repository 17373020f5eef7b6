package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.contract.DirectoryUnderTest;
import dev.writeback.testkit.contract.HoldersContract;
import org.junit.jupiter.api.Tag;

@Tag("ad")
class AdHoldersContractTest extends HoldersContract {

    @Override
    protected DirectoryUnderTest open() {
        try {
            return new DomainUnderTest(DomainController.running("contract"));
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
