package org.peekplatform.server.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.peekplatform.runtime.web.PluginGates;

/** Lends the server's gate to the web archives of plugins for as long as this archive is up. */
@WebListener
public class PluginGateListener implements ServletContextListener {
    private final Gate gate;

    @Inject
    public PluginGateListener(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        PluginGates.open(this::admit);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        PluginGates.close();
    }

    private Optional<ServletRequest> admit(ServletRequest request, ServletResponse response) throws IOException {
        return Admission.of(gate, (HttpServletRequest) request, (HttpServletResponse) response)
                .map(ServletRequest.class::cast);
    }
}
