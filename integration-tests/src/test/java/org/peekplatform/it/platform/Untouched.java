package org.peekplatform.it.platform;

/** All services in one WildFly, just set up: nobody has signed in yet. */
public final class Untouched extends RunningPlatform {
    public Untouched() {
        super(Topology.UNTOUCHED);
    }
}
