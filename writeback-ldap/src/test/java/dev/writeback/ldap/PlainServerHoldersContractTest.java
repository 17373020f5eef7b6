package dev.writeback.ldap;

import dev.writeback.testkit.contract.HoldersContract;
import dev.writeback.testkit.contract.DirectoryUnderTest;

class PlainServerHoldersContractTest extends HoldersContract {

    @Override
    protected DirectoryUnderTest open() {
        return PlainServer.inMemory();
    }
}
