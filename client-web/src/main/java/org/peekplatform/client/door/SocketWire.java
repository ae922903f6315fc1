package org.peekplatform.client.door;

import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.peekplatform.core.live.serve.CloseReason;
import org.peekplatform.core.live.serve.DeviceWire;
import org.peekplatform.core.live.wire.LiveFrame;

/** A WebSocket. Frames go as they are, in binary: no connection encodes anything. */
final class SocketWire implements DeviceWire {
    private static final Logger LOG = System.getLogger(SocketWire.class.getName());

    private final Session session;
    private volatile Optional<Executor> lane = Optional.empty();

    SocketWire(Session session) {
        this.session = session;
    }

    @Override
    public void send(LiveFrame frame, Runnable sent) {
        try {
            session.getAsyncRemote().sendBinary(frame.buffer(), result -> {
                if (result.isOK()) {
                    remember(Thread.currentThread());
                    sent.run();
                } else {
                    LOG.log(Level.DEBUG, "a device is gone", result.getException());
                }
            });
        } catch (IllegalStateException closed) {
            LOG.log(Level.DEBUG, "a device is gone", closed);
        }
    }

    /** The container says that a frame was sent on the thread that wrote it, if that thread takes tasks: its I/O thread. */
    private void remember(Thread writer) {
        if (lane.isEmpty() && writer instanceof Executor own) {
            lane = Optional.of(own);
        }
    }

    @Override
    public Optional<Executor> lane() {
        return lane;
    }

    @Override
    public void close(CloseReason reason) {
        try {
            session.close(new jakarta.websocket.CloseReason(CloseCodes.getCloseCode(reason.code()), reason.text()));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a device is gone", e);
        }
    }
}
