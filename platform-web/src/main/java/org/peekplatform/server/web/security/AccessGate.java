package org.peekplatform.server.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.peekplatform.runtime.web.Provenance;

/** The gate for servlet requests: reads the head and leaves the rest to {@link AccessDecision}. */
public final class AccessGate implements Gate {
    private final AccessDecision decision;

    public AccessGate(AccessDecision decision) {
        this.decision = decision;
    }

    @Override
    public Decision check(HttpServletRequest request) {
        return decision.decide(new AccessRequest(
                request.getMethod(),
                request.getRequestURI(),
                containerPath(request),
                request.getRemoteAddr(),
                new Provenance(
                        Provenance.target(request.getScheme(), all(request, "Host")),
                        all(request, "Origin"),
                        all(request, "Sec-Fetch-Site")),
                new Proof(
                        SessionCookie.token(request),
                        Optional.ofNullable(request.getHeader("X-Peek-Csrf")),
                        Optional.ofNullable(request.getHeader("Authorization")))));
    }

    private static String containerPath(HttpServletRequest request) {
        return request.getContextPath()
                + request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    private static List<String> all(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
