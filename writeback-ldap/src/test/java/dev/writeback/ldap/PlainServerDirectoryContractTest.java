package dev.writeback.ldap;

import dev.writeback.testkit.contract.DirectorySinkContract;
import dev.writeback.testkit.contract.DirectoryUnderTest;

class PlainServerDirectoryContractTest extends DirectorySinkContract {

    @Override
    protected DirectoryUnderTest open() {
        return PlainServer.inMemory();
    }
}
