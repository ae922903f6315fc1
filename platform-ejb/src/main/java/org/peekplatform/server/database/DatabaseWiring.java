package org.peekplatform.server.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Joins this room. The clock of the server is produced here, once for all rooms. */
@ApplicationScoped
class DatabaseWiring {
    @Produces
    @Singleton
    Database database(PlatformSchema schema, Transactions transactions) {
        return new Database(schema.migratedSource(), transactions);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
