package dev.writeback.architecture.bad.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

final class UsesDatabase {
    Connection connection(DataSource source) throws SQLException {
        return source.getConnection();
    }
}
