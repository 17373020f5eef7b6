package dev.writeback.jdbc;

import dev.writeback.spi.WritebackStore;
import dev.writeback.testkit.contract.WritebackStoreContract;

class JdbcStoreInMemoryTest extends WritebackStoreContract {

    @Override
    protected WritebackStore emptyStore() {
        return JdbcStore.open(Databases.of("jdbc:h2:mem:contract"));
    }
}
