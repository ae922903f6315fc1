package org.peekplatform.server.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.peekplatform.server.database.Database;

/** Joins this room. */
@ApplicationScoped
class AuditWiring {
    @Produces
    @Singleton
    AuditTrail trail(Database database, Clock clock) {
        return new AuditTrail(database, clock);
    }
}
