package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.testkit.contract.GroupsContract;
import dev.writeback.testkit.contract.ScopedDirectory;
import org.junit.jupiter.api.Tag;

@Tag("ad")
class AdGroupsContractTest extends GroupsContract {

    @Override
    protected ScopedDirectory open() {
        try {
            return new DomainUnderTest(DomainController.running("groups"));
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
