package dev.writeback.agent;

import dev.writeback.engine.Writeback;
import dev.writeback.jdbc.JdbcStore;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WritebackStore;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.h2.jdbcx.JdbcDataSource;

/** Opens the store that the configuration asks for. */
final class StoreDesk {

    private StoreDesk() {}

    /**
     * The store, which the caller closes.
     *
     * @throws Failure if it cannot be opened
     */
    static WritebackStore open(Configuration configuration) {
        return configuration.store().map(url -> open(configuration, url)).orElseGet(Writeback::memoryStore);
    }

    private static WritebackStore open(Configuration configuration, StoreUrl url) {
        Path folder = url.file().getParent();
        if (folder != null) {
            makeFolder(configuration, folder);
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url.url());
        try {
            return JdbcStore.open(source);
        } catch (StoreException fault) {
            throw new Failure(
                    ExitCode.UNREACHABLE,
                    "%s: store.url: %s: %s".formatted(configuration.file(), url.file(), fault.getMessage()));
        }
    }

    /** The store holds mailbox attributes; who may read its folder is nobody else if we are who makes it. */
    private static void makeFolder(Configuration configuration, Path folder) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ours = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createDirectories(folder, ours);
        } catch (IOException fault) {
            throw Failure.usage("%s: store.url: the folder %s cannot be made; name one that this account may write to"
                    .formatted(configuration.file(), folder));
        }
    }
}
