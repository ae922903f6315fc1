package org.peekplatform.server.database;

import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.h2.jdbcx.JdbcDataSource;

/** A migrated database in memory, fresh for each test. Transactions are those of the single statement. */
public final class MemoryDatabase {
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.WARNING);
    }

    private MemoryDatabase() {}

    public static Database fresh() {
        JdbcDataSource source = source();
        new SchemaMigration(source).run();
        return on(source);
    }

    /** A database on a source that was migrated already. */
    public static Database on(JdbcDataSource source) {
        return new Database(source, new Transactions() {
            @Override
            public <T> T run(Supplier<T> work) {
                return work.get();
            }
        });
    }

    /** An empty database; every connection to it sees the same data. */
    public static JdbcDataSource source() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        return source;
    }
}
