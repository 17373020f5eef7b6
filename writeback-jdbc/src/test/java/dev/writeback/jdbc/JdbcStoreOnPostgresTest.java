package dev.writeback.jdbc;

import dev.writeback.spi.WritebackStore;
import dev.writeback.testkit.contract.WritebackStoreContract;

class JdbcStoreOnPostgresTest extends WritebackStoreContract {

    @Override
    protected WritebackStore emptyStore() {
        return JdbcStore.open(Postgres.empty());
    }
}
