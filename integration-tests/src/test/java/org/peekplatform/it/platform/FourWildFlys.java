package org.peekplatform.it.platform;

/** Each service in a WildFly of its own, joined by remote messaging only. */
public final class FourWildFlys extends RunningPlatform {
    public FourWildFlys() {
        super(Topology.SPLIT);
    }
}
