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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A connection that keeps its statements prepared. For one thread at a time. */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final Dialect dialect;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Makes something of the row that a result stands at. */
    interface Row<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    Connection connection() {
        return connection;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Numbers that nothing else has. */
    long[] draw(int count) throws SQLException {
        return rows(dialect.draw, row -> row.getLong(1), count).stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    <T extends @Nullable Object> List<T> rows(String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
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
            String element = element(parameter);
            if (parameter == null) {
                statement.setNull(i + 1, Types.NULL);
            } else if (element != null) {
                statement.setArray(i + 1, connection.createArrayOf(element, (Object[]) parameter));
            } else if (parameter instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setObject(i + 1, parameter);
            }
        }
    }

    /** What an array is made of, in the words of SQL; null if it is none. */
    private @Nullable String element(@Nullable Object parameter) {
        if (parameter instanceof Long[]) {
            return "bigint";
        } else if (parameter instanceof Integer[]) {
            return "integer";
        } else if (parameter instanceof Boolean[]) {
            return "boolean";
        } else if (parameter instanceof String[]) {
            return "varchar";
        } else if (parameter instanceof UUID[]) {
            return "uuid";
        }
        return parameter instanceof byte[][] ? dialect.bytes() : null;
    }

    @Override
    public void close() throws SQLException {
        prepared.clear();
        connection.close();
    }
}
