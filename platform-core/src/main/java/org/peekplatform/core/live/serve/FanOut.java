package org.peekplatform.core.live.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * One change on its way to all who observe it. Devices are gathered by the thread that writes to them, and each of these
 * threads is asked once for many: handing over every single frame costs more than sending it.
 */
final class FanOut {
    /** Devices that one task serves, so that what else the thread has to do is not kept waiting. */
    private static final int AT_ONCE = 200;

    private FanOut() {}

    static void send(Subscription[] concerned) {
        Map<Executor, List<DeviceConnection>> gathered = new HashMap<>();
        for (Subscription subscription : concerned) {
            DeviceConnection connection = subscription.connection;
            if (connection.note(subscription)) {
                Optional<Executor> lane = connection.lane();
                if (lane.isEmpty()) {
                    connection.pump();
                } else {
                    gather(gathered, lane.get(), connection);
                }
            }
        }
        gathered.forEach(FanOut::hand);
    }

    private static void gather(
            Map<Executor, List<DeviceConnection>> gathered, Executor lane, DeviceConnection connection) {
        List<DeviceConnection> together = gathered.computeIfAbsent(lane, l -> new ArrayList<>());
        together.add(connection);
        if (together.size() >= AT_ONCE) {
            gathered.remove(lane);
            hand(lane, together);
        }
    }

    private static void hand(Executor lane, List<DeviceConnection> connections) {
        try {
            lane.execute(() -> connections.forEach(DeviceConnection::pump));
        } catch (RejectedExecutionException ended) {
            // The thread has ended, so the service stops; it is a matter of moments until these devices are gone.
            connections.forEach(connection -> connection.hangUp(CloseReason.STOPPING));
        }
    }
}
