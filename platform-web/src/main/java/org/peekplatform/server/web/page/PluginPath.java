package org.peekplatform.server.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The path behind a servlet's own: {@code /<plugin>/<rest>}. Either may be empty, which names nothing. */
record PluginPath(String plugin, String rest) {
    static PluginPath of(HttpServletRequest request) {
        String[] parts = Optional.ofNullable(request.getPathInfo())
                .orElse("/")
                .substring(1)
                .split("/", 2);
        return new PluginPath(parts[0], parts.length == 2 ? parts[1] : "");
    }
}
