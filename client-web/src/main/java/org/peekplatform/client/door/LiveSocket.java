package org.peekplatform.client.door;

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
import org.peekplatform.core.live.serve.DeviceConnection;
import org.peekplatform.core.live.serve.LiveDesk;

/** The WebSocket door. Who comes here has passed {@link DoorFilter}. */
@ServerEndpoint("/live")
public class LiveSocket {
    private static final Logger LOG = System.getLogger(LiveSocket.class.getName());
    private static final String CONNECTION = "peek.connection";
    private static final int LARGEST_MESSAGE = 1024 * 1024;

    @Inject
    LiveDesk desk;

    @OnOpen
    public void open(Session session) {
        DevicePrincipal who = (DevicePrincipal) session.getUserPrincipal();
        session.setMaxTextMessageBufferSize(LARGEST_MESSAGE);
        session.setMaxIdleTimeout(0);
        // Ends the connection itself: a close would wait behind the frame that is not read.
        session.getAsyncRemote().setSendTimeout(desk.limits().stuck().toMillis());
        DeviceConnection connection = desk.open(who.session(), who.address(), new SocketWire(session));
        session.getUserProperties().put(CONNECTION, connection);
    }

    @OnMessage
    public void message(String text, Session session) {
        desk.received(connection(session), text);
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
