package org.peekplatform.server.web.openapi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The description of the REST API, as the build wrote it, for everybody who is signed in. */
@Path("openapi")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "About", description = "The server itself")
public class OpenApiResource {
    static final String DOCUMENT = "META-INF/peek-api/openapi.json";

    @GET
    @Operation(summary = "This document")
    public InputStream document() {
        return OpenApiResource.class.getClassLoader().getResourceAsStream(DOCUMENT);
    }
}
