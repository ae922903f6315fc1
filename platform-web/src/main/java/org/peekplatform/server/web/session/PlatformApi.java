package org.peekplatform.server.web.session;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The platform's REST API: all resources of this web archive. */
@ApplicationPath("/api/v1")
public class PlatformApi extends Application {}
