package org.peekplatform.server.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the platform's own tables to the version that this build needs. */
public final class SchemaMigration {
    /** The schema of the platform's tables; plugins have their own. */
    public static final String SCHEMA = "peek";

    private final DataSource source;

    public SchemaMigration(DataSource source) {
        this.source = source;
    }

    /** @return how many scripts ran */
    public int run() {
        return Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/platform")
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .createSchemas(true)
                .failOnMissingLocations(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
