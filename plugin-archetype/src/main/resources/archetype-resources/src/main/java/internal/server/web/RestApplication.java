package ${package}.internal.server.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves the resources right below the context root, {@code /server/${artifactId}/}. */
@ApplicationPath("/")
public class RestApplication extends Application {}
