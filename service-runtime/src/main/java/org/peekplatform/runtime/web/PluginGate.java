package org.peekplatform.runtime.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Decides about a request to a plugin's web archive. */
@FunctionalInterface
public interface PluginGate {

    /**
     * @return the request to go on with, which knows who is asking; empty when it was refused and answered
     */
    Optional<ServletRequest> admit(ServletRequest request, ServletResponse response) throws IOException;
}
