package org.peekplatform.core.live.serve;

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

    void close(CloseReason reason);
}
