package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.contract.ScopedDirectory;
import dev.writeback.testkit.contract.UnitsContract;
import org.junit.jupiter.api.Tag;

@Tag("ad")
class AdUnitsContractTest extends UnitsContract {

    @Override
    protected ScopedDirectory open() {
        try {
            return new DomainUnderTest(DomainController.running("units"));
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
