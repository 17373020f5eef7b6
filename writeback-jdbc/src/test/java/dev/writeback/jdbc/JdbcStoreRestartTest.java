package dev.writeback.jdbc;

import dev.writeback.spi.WritebackStore;
import dev.writeback.testkit.contract.DurableStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JdbcStoreRestartTest extends DurableStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected WritebackStore open() {
        return JdbcStore.open(Databases.of("jdbc:h2:" + folder.resolve("store")));
    }
}
