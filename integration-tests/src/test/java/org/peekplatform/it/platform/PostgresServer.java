package org.peekplatform.it.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL with an empty database and a user who may make schemas in it; ends with the process. */
record PostgresServer(String url, String user, String password) {

    @SuppressWarnings("resource") // it closes itself when the process ends
    static PostgresServer start() {
        PostgresServer fresh;
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            fresh = new PostgresServer(
                    "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/peek", "peek", "of the test");
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role peek login password 'of the test'");
                statement.execute("create database peek owner peek");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return fresh;
    }
}
