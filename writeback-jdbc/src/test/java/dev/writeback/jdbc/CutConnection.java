package dev.writeback.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/** A connection that is cut, as a network does it: in the middle of a transaction, without a farewell. */
final class CutConnection {

    private static final Set<String> ANSWERED = Set.of("executeQuery", "executeUpdate", "executeBatch", "commit");

    private CutConnection() {}

    static Connection of(Connection real, Databases database) {
        return proxy(Connection.class, real, real, database);
    }

    private static <T> T proxy(Class<T> type, T real, Connection connection, Databases database) {
        Object made = Proxy.newProxyInstance(
                CutConnection.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (ANSWERED.contains(method.getName()) && !database.answers()) {
                        connection.rollback();
                        connection.close();
                        throw new SQLException("cut on purpose", "08006");
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof PreparedStatement statement
                                ? proxy(PreparedStatement.class, statement, connection, database)
                                : result;
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause();
                    }
                });
        return type.cast(made);
    }
}
