package org.peekplatform.server.database;

import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A migrated database, fresh for each test: in memory, or on PostgreSQL where the build says so. Transactions are those
 * of the single statement.
 */
public final class MemoryDatabase {
    /** The second run of the tests is on PostgreSQL. */
    public static final String PROPERTY = "peek.test.database";

    /** Its value there. */
    public static final String ON_POSTGRESQL = "postgresql";

    private static final boolean POSTGRESQL = ON_POSTGRESQL.equals(System.getProperty(PROPERTY));
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.WARNING);
    }

    private MemoryDatabase() {}

    public static Database fresh() {
        DataSource source = source();
        new SchemaMigration(source).run();
        return on(source);
    }

    /** A database on a source that was migrated already. */
    public static Database on(DataSource source) {
        return new Database(source, new Transactions() {
            @Override
            public <T> T run(Supplier<T> work) {
                return work.get();
            }
        });
    }

    /** An empty database; every connection to it sees the same data. */
    public static DataSource source() {
        return POSTGRESQL ? PostgresDatabases.fresh() : inMemory();
    }

    private static DataSource inMemory() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=15000;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        return source;
    }
}
