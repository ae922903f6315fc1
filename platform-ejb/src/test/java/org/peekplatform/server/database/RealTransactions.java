package org.peekplatform.server.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.peekplatform.api.PeekException;

/** What the container does: statements of a transaction share its connection, and what is thrown rolls it back. */
public final class RealTransactions implements Transactions {
    private final DataSource source;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    /** The commit of the next transaction fails with this. */
    private volatile SQLException nextCommit;

    private RealTransactions(DataSource source) {
        this.source = source;
    }

    /** A migrated database, fresh for each test. */
    public static RealTransactions fresh() {
        DataSource source = MemoryDatabase.source();
        new SchemaMigration(source).run();
        return new RealTransactions(source);
    }

    public Database database() {
        DataSource shared = (DataSource)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataSource.class}, this::source);
        return new Database(shared, this);
    }

    public void failNextCommit(SQLException failure) {
        nextCommit = failure;
    }

    private Object source(Object proxy, Method method, Object[] arguments) throws Throwable {
        Connection mine = current.get();
        return mine == null || !method.getName().equals("getConnection")
                ? invoke(source, method, arguments)
                : Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, staysOpen(mine));
    }

    private static InvocationHandler staysOpen(Connection connection) {
        return (proxy, method, arguments) ->
                method.getName().equals("close") ? null : invoke(connection, method, arguments);
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public <T> T run(Supplier<T> work) {
        if (current.get() != null) {
            return work.get();
        }
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            current.set(connection);
            T result = committed(work, connection);
            return result;
        } catch (SQLException e) {
            throw new PeekException("PEEK-0000", "the transaction failed", e);
        } finally {
            current.remove();
        }
    }

    private <T> T committed(Supplier<T> work, Connection connection) throws SQLException {
        boolean done = false;
        try {
            T result = work.get();
            SQLException failure = nextCommit;
            nextCommit = null;
            if (failure != null) {
                throw failure;
            }
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }
}
