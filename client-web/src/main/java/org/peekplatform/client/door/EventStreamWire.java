package org.peekplatform.client.door;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.peekplatform.core.live.serve.CloseReason;
import org.peekplatform.core.live.serve.DeviceWire;
import org.peekplatform.core.live.wire.LiveFrame;

/** Server-sent events, written without blocking: one frame at a time, reported as sent when the container has taken it. */
final class EventStreamWire implements DeviceWire, WriteListener {
    private static final Logger LOG = System.getLogger(EventStreamWire.class.getName());

    private final AsyncContext context;
    private final Closeable connection;
    private final ServletOutputStream out;
    private final Runnable gone;
    private Optional<byte[]> next = Optional.empty();
    private Optional<Runnable> waiting = Optional.empty();
    private boolean started;
    private boolean unflushed;
    private boolean closed;

    /**
     * @param connection what carries the events: completing the answer would wait for a device that does not read
     * @param gone called once, when the device is gone
     */
    EventStreamWire(AsyncContext context, Closeable connection, Runnable gone) throws IOException {
        this.context = context;
        this.connection = connection;
        this.out = context.getResponse().getOutputStream();
        this.gone = gone;
    }

    @Override
    public void send(LiveFrame frame, Runnable sent) {
        synchronized (this) {
            next = Optional.of(event(frame));
            waiting = Optional.of(sent);
        }
        write();
    }

    /** Each line of the message is a line of the event; the browser joins them again. */
    private static byte[] event(LiveFrame frame) {
        return ("data: " + frame.text().replace("\n", "\ndata: ") + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            started = true;
        }
        write();
    }

    private void write() {
        Optional<Runnable> done = Optional.empty();
        synchronized (this) {
            try {
                while (started && !closed && out.isReady()) {
                    if (next.isPresent()) {
                        out.write(next.get());
                        next = Optional.empty();
                        unflushed = true;
                    } else if (unflushed) {
                        unflushed = false;
                        out.flush();
                    } else {
                        done = waiting;
                        waiting = Optional.empty();
                        break;
                    }
                }
            } catch (IOException e) {
                onError(e);
            }
        }
        done.ifPresent(Runnable::run);
    }

    @Override
    public void onError(Throwable cause) {
        LOG.log(Level.DEBUG, "a device is gone", cause);
        close(CloseReason.SILENT);
    }

    @Override
    public void close(CloseReason reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            connection.close();
            context.complete();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a device is gone", e);
        }
        gone.run();
    }
}
