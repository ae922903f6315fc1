package org.peekplatform.it.platform;

/** All services in one WildFly, on a PostgreSQL of their own. */
public final class OnPostgresql extends RunningPlatform {
    public OnPostgresql() {
        super(Topology.ON_POSTGRESQL);
    }
}
