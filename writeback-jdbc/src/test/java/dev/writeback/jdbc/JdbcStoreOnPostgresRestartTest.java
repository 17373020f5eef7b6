package dev.writeback.jdbc;

import dev.writeback.spi.WritebackStore;
import dev.writeback.testkit.contract.DurableStoreContract;

class JdbcStoreOnPostgresRestartTest extends DurableStoreContract {

    private final String url = Postgres.emptySchema();

    @Override
    protected WritebackStore open() {
        return JdbcStore.open(Databases.of(url));
    }
}
