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
import java.util.Optional;
import org.peekplatform.runtime.web.LargeBodies;

/** Before everything else on the web of the server. */
public class AccessFilter implements Filter {
    private final Gate gate;

    @Inject
    public AccessFilter(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<HttpServletRequest> admitted =
                Admission.of(gate, (HttpServletRequest) request, (HttpServletResponse) response);
        if (admitted.isPresent()) {
            LargeBodies.OF_SERVICE.pass(admitted.get(), response, chain);
        }
    }
}
