package dev.writeback.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.writeback.jdbc.JdbcStore;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WritebackStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/** Opens a store in an H2 database that is a file. */
final class FileStore {

    /** How a file begins that is encrypted. */
    private static final byte[] ENCRYPTED = "H2encrypt".getBytes(US_ASCII);

    private final Setting setting;
    private final StorePlace.InFile place;
    private final StoreUrl url;

    FileStore(Setting setting, StorePlace.InFile place) {
        this.setting = setting;
        this.place = place;
        this.url = place.url();
    }

    WritebackStore open() {
        JdbcDataSource source = new JdbcDataSource();
        List<String> settings = new ArrayList<>();
        place.encryption().ifPresent(secret -> {
            settings.add("CIPHER=AES");
            source.setPasswordChars(password(secret));
        });
        if (setting.absence() == StoreDesk.Absence.IS_A_SLIP) {
            settings.add("IFEXISTS=TRUE");
        }
        source.setURL(url.url(settings));
        prepare();
        try {
            return JdbcStore.open(source);
        } catch (StoreException fault) {
            throw failure(fault);
        }
    }

    private void prepare() {
        Path folder = url.file().getParent();
        if (Files.exists(url.databaseFile())) {
            requireCipherAsAskedFor();
        } else if (setting.absence() == StoreDesk.Absence.IS_A_SLIP) {
            throw StoreDesk.absent(setting, url.file());
        } else if (folder != null) {
            makeFolder(folder);
        }
    }

    /** The database takes it for damaged else. */
    private void requireCipherAsAskedFor() {
        boolean encrypted;
        try (InputStream in = Files.newInputStream(url.databaseFile())) {
            encrypted = Arrays.equals(in.readNBytes(ENCRYPTED.length), ENCRYPTED);
        } catch (IOException unreadable) {
            return;
        }
        if (encrypted && place.encryption().isEmpty()) {
            throw usage(
                    "store.encrypted",
                    "%s is encrypted; say \"encrypted\": true and where its password is".formatted(url.databaseFile()));
        }
        if (!encrypted && place.encryption().isPresent()) {
            throw usage(
                    "store.encrypted",
                    "%s is not encrypted; take it out, or let store.url name a file that is not there yet"
                            .formatted(url.databaseFile()));
        }
    }

    /** The database wants the file's password and the user's, with a space between; there is none of a user. */
    private char[] password(Secret secret) {
        char[] password = secret.read(setting.terminal().environment());
        for (char one : password) {
            if (one == ' ') {
                throw usage(
                        secret.key(),
                        "the password has a space, which a file cannot be encrypted with; choose another");
            }
        }
        char[] withSpace = Arrays.copyOf(password, password.length + 1);
        withSpace[password.length] = ' ';
        return withSpace;
    }

    private Failure failure(StoreException fault) {
        if (fault.getCause() instanceof SQLException cause
                && cause.getErrorCode() == ErrorCode.FILE_ENCRYPTION_ERROR_1) {
            String key = place.encryption().map(Secret::key).orElse("store.encrypted");
            return usage(key, "the password is not the one that %s was encrypted with".formatted(url.databaseFile()));
        }
        return new Failure(
                ExitCode.UNREACHABLE,
                "%s: store.url: %s: %s".formatted(setting.configuration().file(), url.file(), fault.getMessage()));
    }

    private Failure usage(String key, String sentence) {
        return Failure.usage("%s: %s: %s".formatted(setting.configuration().file(), key, sentence));
    }

    /** The store holds mailbox attributes; who may read its folder is nobody else if we are who makes it. */
    private void makeFolder(Path folder) {
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
                    .formatted(setting.configuration().file(), folder));
        }
    }
}
