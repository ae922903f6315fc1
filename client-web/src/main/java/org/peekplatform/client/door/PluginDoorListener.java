package org.peekplatform.client.door;

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
import org.peekplatform.runtime.web.SecurityHeaders;

/** Lends this service's gate to the web archives of plugins for as long as this archive is up. */
@WebListener
public class PluginDoorListener implements ServletContextListener {
    @Inject
    DoorGate gate;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        PluginGates.open(this::admit);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        PluginGates.close();
    }

    private Optional<ServletRequest> admit(ServletRequest request, ServletResponse response) throws IOException {
        response.setCharacterEncoding("UTF-8");
        SecurityHeaders.apply((HttpServletResponse) response);
        return gate.admit((HttpServletRequest) request, (HttpServletResponse) response)
                .map(ServletRequest.class::cast);
    }
}
