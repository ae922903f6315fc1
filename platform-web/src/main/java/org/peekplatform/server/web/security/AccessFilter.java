package org.peekplatform.server.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.peekplatform.server.web.problem.ProblemResponses;

/** Before everything else on the web of the server, and on that of each plugin. */
public class AccessFilter implements Filter {
    private final Gate gate;

    @Inject
    public AccessFilter(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        SecurityHeaders.apply(answer);
        Decision decision = gate.check(http);
        if (decision instanceof Decision.Allowed allowed) {
            chain.doFilter(allowed.caller().<HttpServletRequest>map(caller -> new CallerRequest(http, caller))
                    .orElse(http), answer);
        } else if (decision instanceof Decision.Refused refused) {
            refused.headers().forEach(answer::setHeader);
            ProblemResponses.write(refused.problem(), answer);
        }
    }
}
