package dev.writeback.ldap;

import dev.writeback.testkit.contract.DirectoryUnderTest;
import dev.writeback.testkit.contract.HoldersContract;
import org.junit.jupiter.api.Tag;

@Tag("ad")
class OpenLdapHoldersContractTest extends HoldersContract {

    @Override
    protected DirectoryUnderTest open() {
        return PlainServer.openLdap();
    }
}
