package dev.writeback.ldap;

import dev.writeback.testkit.contract.DirectoryUnderTest;
import dev.writeback.testkit.contract.HoldersContract;

class PlainServerHoldersContractTest extends HoldersContract {

    @Override
    protected DirectoryUnderTest open() {
        return PlainServer.inMemory();
    }
}
