package org.peekplatform.server.web.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import org.peekplatform.core.json.Json;

/** The REST API speaks JSON as the rest of the platform does. */
@Provider
public class PlatformJson implements ContextResolver<ObjectMapper> {
    @Override
    public ObjectMapper getContext(Class<?> type) {
        return Json.mapper();
    }
}
