package org.peekplatform.client.door;

import io.undertow.websockets.jsr.UndertowSession;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.peekplatform.core.live.serve.DeviceConnection;
import org.peekplatform.core.live.serve.LiveDesk;

/** The WebSocket door. Who comes here has passed {@link DoorFilter}. */
@ServerEndpoint("/live")
public class LiveSocket {
    private static final Logger LOG = System.getLogger(LiveSocket.class.getName());
    private static final String CONNECTION = "peek.connection";
    private static final String PARTS = "peek.parts";
    private static final int LARGEST_MESSAGE = 1024 * 1024;
    /** What a device may send after it was told to stop, so that it sees the close; then its line is cut. */
    private static final long LARGEST_REST = 16L * LARGEST_MESSAGE;

    @Inject
    LiveDesk desk;

    @OnOpen
    public void open(Session session) {
        DevicePrincipal who = (DevicePrincipal) session.getUserPrincipal();
        session.setMaxBinaryMessageBufferSize(LARGEST_MESSAGE);
        session.setMaxIdleTimeout(0);
        // Ends the connection itself: a close would wait behind the frame that is not read.
        session.getAsyncRemote().setSendTimeout(desk.limits().stuck().toMillis());
        DeviceConnection connection = desk.open(who.session(), who.address(), new SocketWire(session));
        session.getUserProperties().put(CONNECTION, connection);
        session.getUserProperties().put(PARTS, new MessageParts(LARGEST_MESSAGE));
    }

    /**
     * Takes parts, because the container's own limit does not hold: where it gathers whole messages, Undertow 2.3 compares only
     * what came with the first read with {@code maxTextMessageBufferSize}, and takes the rest without an end.
     */
    @OnMessage
    public void message(String part, boolean last, Session session) {
        MessageParts parts = (MessageParts) session.getUserProperties().get(PARTS);
        Optional<String> whole = parts.add(part, last);
        whole.ifPresent(text -> desk.received(connection(session), text));
        if (parts.tooLarge()) {
            desk.tooLarge(connection(session));
            cutWhenItGoesOn(parts, session);
        }
    }

    private static void cutWhenItGoesOn(MessageParts parts, Session session) {
        if (parts.bytes() > LARGEST_REST && session instanceof UndertowSession line) {
            line.forceClose();
        }
    }

    /** Devices send text; nothing of another message is kept, and such a device does not speak this protocol. */
    @OnMessage
    public void binary(byte[] part, boolean last, Session session) {
        desk.received(connection(session), "");
    }

    @OnClose
    public void close(Session session, CloseReason reason) {
        desk.closed(connection(session));
    }

    @OnError
    public void error(Session session, Throwable cause) {
        LOG.log(Level.DEBUG, "connection of a device broke", cause);
    }

    private static DeviceConnection connection(Session session) {
        return (DeviceConnection) session.getUserProperties().get(CONNECTION);
    }
}
