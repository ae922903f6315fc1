package org.peekplatform.runtime.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * The gate of this service. One per service, and static for the same reason as {@link
 * org.peekplatform.runtime.part.PartRegistry}: the web archives of plugins are not ours to inject into.
 */
public final class PluginGates {
    private static final PluginGate CLOSED = (request, response) -> {
        ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_FORBIDDEN);
        return Optional.empty();
    };

    private static volatile PluginGate current = CLOSED;

    private PluginGates() {}

    /** Puts a gate in place; until then, and after {@link #close}, nothing passes. */
    public static void open(PluginGate gate) {
        current = gate;
    }

    public static void close() {
        current = CLOSED;
    }

    static PluginGate current() {
        return current;
    }
}
