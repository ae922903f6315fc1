package org.peekplatform.core.live.serve;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.peekplatform.core.live.wire.LiveFrame;

/** The way to one device. One frame is under way at a time. */
public interface DeviceWire {

    /**
     * Sends without waiting.
     *
     * @param sent called when the frame has left, on whichever thread, perhaps before this returns; not called when the
     *     device is gone
     */
    void send(LiveFrame frame, Runnable sent);

    /**
     * The one thread from which frames go to this device without being handed to another; empty while it is not known.
     * Many devices share one.
     */
    default Optional<Executor> lane() {
        return Optional.empty();
    }

    void close(CloseReason reason);
}
