package org.peekplatform.it.platform;

/** All services in one WildFly. */
public final class AllInOne extends RunningPlatform {
    public AllInOne() {
        super(Topology.ALL_IN_ONE);
    }
}
