package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.contract.ScopeContract;
import dev.writeback.testkit.contract.ScopedDirectory;
import org.junit.jupiter.api.Tag;

@Tag("ad")
class AdScopeContractTest extends ScopeContract {

    @Override
    protected ScopedDirectory open() {
        try {
            return new DomainUnderTest(DomainController.running("scope-contract"));
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
