package org.peekplatform.client.door;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.peekplatform.core.live.serve.LiveDesk;

/** Before the doors of live data. */
@WebFilter(
        urlPatterns = {"/live", "/fallback/*"},
        asyncSupported = true)
public class DoorFilter implements Filter {
    @Inject
    DoorGate gate;

    @Inject
    LiveDesk desk;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        Optional<HttpServletRequest> admitted = gate.admit((HttpServletRequest) request, answer);
        if (admitted.isEmpty()) {
            return;
        }
        DevicePrincipal who = (DevicePrincipal) admitted.get().getUserPrincipal();
        boolean opens = admitted.get().getMethod().equals("GET");
        if (!opens || desk.hasRoom(who.session().user(), who.address())) {
            chain.doFilter(admitted.get(), response);
        } else {
            DoorAnswers.refuse(answer, 503, "PEEK-4234", "There are too many connections of this user or address.");
        }
    }
}
