package dev.writeback.agent;

import dev.writeback.jdbc.JdbcStore;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WritebackStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/** Opens a store in a PostgreSQL database. */
final class ServerStore {

    private final Setting setting;
    private final StorePlace.OnServer place;
    private final String name;

    ServerStore(Setting setting, StorePlace.OnServer place) {
        this.setting = setting;
        this.place = place;
        this.name = place.url().split("[?]", 2)[0];
    }

    WritebackStore open() {
        ServerDatabase source = source();
        if (setting.absence() == StoreDesk.Absence.IS_A_SLIP && isEmpty(source)) {
            throw StoreDesk.absent(setting, name);
        }
        try {
            return JdbcStore.builder(source).lease(place.lease()).open();
        } catch (StoreException fault) {
            throw new Failure(
                    ExitCode.UNREACHABLE,
                    "%s: store.url: %s: %s".formatted(setting.configuration().file(), name, fault.getMessage()));
        }
    }

    private ServerDatabase source() {
        Properties properties = new Properties();
        place.user().ifPresent(user -> properties.setProperty("user", user));
        Map<String, String> environment = setting.terminal().environment();
        place.password().ifPresent(secret -> properties.setProperty("password", new String(secret.read(environment))));
        return new ServerDatabase(place.url(), properties);
    }

    /** Whether no agent has ever worked with it; what else may be wrong with it is told when it is opened. */
    private static boolean isEmpty(ServerDatabase source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT to_regclass('writeback_schema') IS NULL")) {
            return found.next() && found.getBoolean(1);
        } catch (SQLException fault) {
            return false;
        }
    }
}
