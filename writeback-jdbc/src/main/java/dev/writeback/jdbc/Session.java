package dev.writeback.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection that keeps its statements prepared. For one thread at a time. */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of the row that a result stands at. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    Connection connection() {
        return connection;
    }

    <T> List<T> rows(String sql, Row<T> row, @Nullable Object... parameters) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet result = bound(sql, parameters).executeQuery()) {
            while (result.next()) {
                rows.add(row.read(result));
            }
        }
        return rows;
    }

    int update(String sql, @Nullable Object... parameters) throws SQLException {
        return bound(sql, parameters).executeUpdate();
    }

    /** The same statement once for each of these lists of parameters; how many rows each changed. */
    int[] batch(String sql, List<@Nullable Object[]> all) throws SQLException {
        if (all.isEmpty()) {
            return new int[0];
        }
        PreparedStatement statement = statement(sql);
        for (@Nullable Object[] parameters : all) {
            bind(statement, parameters);
            statement.addBatch();
        }
        return statement.executeBatch();
    }

    private PreparedStatement bound(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = statement(sql);
        bind(statement, parameters);
        return statement;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    private void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            if (parameter == null) {
                statement.setNull(i + 1, Types.VARCHAR);
            } else if (parameter instanceof Object[] array) {
                statement.setArray(
                        i + 1, connection.createArrayOf(parameter instanceof String[] ? "varchar" : "integer", array));
            } else {
                statement.setObject(i + 1, parameter);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        prepared.clear();
        connection.close();
    }
}
