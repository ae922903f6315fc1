package org.peekplatform.client.door;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.peekplatform.core.live.serve.DeviceConnection;
import org.peekplatform.core.live.serve.LiveDesk;
import org.peekplatform.runtime.web.SecurityHeaders;

/** The door over plain HTTP: events to the device, posts from it. Who comes here has passed {@link DoorFilter}. */
@WebServlet(urlPatterns = "/fallback/*", asyncSupported = true)
public class FallbackServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LARGEST_BODY = 1024 * 1024;
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    @Inject
    transient LiveDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String device = String.valueOf(request.getParameter("device"));
        if (!"/events".equals(request.getPathInfo()) || !DEVICE.matcher(device).matches()) {
            DoorAnswers.refuse(response, 404, "PEEK-4235", "Events are at fallback/events?device=<identifier>.");
            return;
        }
        SecurityHeaders.apply(response);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        Closeable connection =
                ServletRequestContext.requireCurrent().getExchange().getConnection();
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        open((DevicePrincipal) request.getUserPrincipal(), context, connection, device);
    }

    private void open(DevicePrincipal who, AsyncContext context, Closeable carrier, String device) throws IOException {
        AtomicReference<Optional<DeviceConnection>> opened = new AtomicReference<>(Optional.empty());
        EventStreamWire wire =
                new EventStreamWire(context, carrier, () -> opened.get().ifPresent(desk::closed));
        DeviceConnection connection = desk.open(who.session(), who.address(), wire);
        opened.set(Optional.of(connection));
        context.getResponse().getOutputStream().setWriteListener(wire);
        desk.hello(connection, device);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        DevicePrincipal who = (DevicePrincipal) request.getUserPrincipal();
        Optional<DeviceConnection> connection = Optional.ofNullable(request.getHeader("X-Peek-Connection"))
                .flatMap(desk::find)
                .filter(open -> open.session().ref().equals(who.session().ref()));
        if (connection.isEmpty() || !"/messages".equals(request.getPathInfo())) {
            DoorAnswers.refuse(response, 404, "PEEK-4236", "There is no such connection. Open the events first.");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            DoorAnswers.refuse(
                    response, 413, "PEEK-4237", "More than " + LARGEST_BODY + " bytes. Send less at a time.");
            return;
        }
        String[] lines = new String(body, StandardCharsets.UTF_8).split("\n", -1);
        for (int i = 0; i + 1 < lines.length; i += 2) {
            desk.received(connection.get(), lines[i] + "\n" + lines[i + 1]);
        }
        SecurityHeaders.apply(response);
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
    }
}
