package org.peekplatform.plugins.noop.internal.server.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves the resources right below the context root, {@code /server/noop/}. */
@ApplicationPath("/")
public class NoopApplication extends Application {}
