package org.peekplatform.plugins.noop.internal.server;

import java.time.Clock;
import org.peekplatform.plugins.noop.internal.tuple.Pulse;
import org.peekplatform.plugins.noop.internal.tuple.ServerDoor;

/** Answers the clients. */
final class ClientDoor implements ServerDoor {
    private final VisitBook visits;
    private final PulseBook pulses;
    private final Clock clock;

    ClientDoor(VisitBook visits, PulseBook pulses, Clock clock) {
        this.visits = visits;
        this.pulses = pulses;
        this.clock = clock;
    }

    @Override
    public long visits() {
        return visits.count();
    }

    @Override
    public int report(Pulse pulse) {
        return pulses.write(pulse, clock.instant());
    }
}
