package dev.writeback.ldap;

import dev.writeback.testkit.contract.DirectorySinkContract;
import dev.writeback.testkit.contract.DirectoryUnderTest;
import org.junit.jupiter.api.Tag;

@Tag("ad")
class OpenLdapDirectoryContractTest extends DirectorySinkContract {

    @Override
    protected DirectoryUnderTest open() {
        return PlainServer.openLdap();
    }
}
