package org.peekplatform.server.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** Empty databases on one PostgreSQL, which starts with the first of them and ends with the process. */
final class PostgresDatabases {
    /** More than one test has at a time; the oldest is dropped when there are more. */
    private static final int KEPT = 4;

    private static final int CONNECTIONS = 40;
    private static final Deque<Kept> OPEN = new ArrayDeque<>();
    private static int made;
    private static EmbeddedPostgres server;

    private PostgresDatabases() {}

    private record Kept(String name, JdbcConnectionPool pool) {}

    static synchronized DataSource fresh() {
        try {
            if (server == null) {
                server = start();
            }
            while (OPEN.size() >= KEPT) {
                Kept oldest = OPEN.removeFirst();
                oldest.pool().dispose();
                run("drop database " + oldest.name() + " with (force)");
            }
            String name = "test" + ++made;
            run("create database " + name);
            OPEN.addLast(new Kept(name, pool(name)));
            return OPEN.getLast().pool();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("no database was made", e);
        }
    }

    /** What is lost when the machine goes down is of no interest here. */
    private static EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", String.valueOf(KEPT * CONNECTIONS + 10))
                .start();
    }

    private static JdbcConnectionPool pool(String database) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setURL(server.getJdbcUrl("postgres", database));
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
