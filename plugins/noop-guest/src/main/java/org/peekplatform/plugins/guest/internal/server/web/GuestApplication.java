package org.peekplatform.plugins.guest.internal.server.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves the resources right below the context root, {@code /server/noop-guest/}. */
@ApplicationPath("/")
public class GuestApplication extends Application {}
