package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.contract.FiltersContract;
import dev.writeback.testkit.contract.ScopedDirectory;
import org.junit.jupiter.api.Tag;

@Tag("ad")
class AdFiltersContractTest extends FiltersContract {

    @Override
    protected ScopedDirectory open() {
        try {
            return new DomainUnderTest(DomainController.running("filters"));
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
