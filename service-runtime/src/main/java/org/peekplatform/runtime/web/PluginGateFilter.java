package org.peekplatform.runtime.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Optional;

/** First in every web archive of a plugin. */
public class PluginGateFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<ServletRequest> admitted = PluginGates.current().admit(request, response);
        if (admitted.isPresent()) {
            LargeBodies.OF_SERVICE.pass(admitted.get(), response, chain);
        }
    }
}
