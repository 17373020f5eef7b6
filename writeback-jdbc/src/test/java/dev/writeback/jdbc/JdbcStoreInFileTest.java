package dev.writeback.jdbc;

import dev.writeback.spi.WritebackStore;
import dev.writeback.testkit.contract.WritebackStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JdbcStoreInFileTest extends WritebackStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected WritebackStore emptyStore() {
        return JdbcStore.open(Databases.of("jdbc:h2:" + folder.resolve("store")));
    }
}
