package org.peekplatform.server.web.plugin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peekplatform.server.ui.PageShelf;
import org.peekplatform.server.web.page.FrontEnd;
import org.peekplatform.server.web.problem.ProblemResponses;

/** Which plugins have pages. For everybody who is signed in, which the gate has seen to: pages are not for administrators only. */
@Path("ui/manifest")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pages", description = "Pages that plugins bring")
public class UiManifestResource {
    @Inject
    PageShelf shelf;

    @Inject
    FrontEnd frontEnd;

    @Context
    Request request;

    /** Open pages ask again and again; as long as nothing changes they get an empty 304. */
    @GET
    @Operation(summary = "The plugins that have pages in an app")
    @APIResponseSchema(value = UiManifestView.class, responseCode = "200")
    @APIResponse(responseCode = "304", description = "Nothing changed since the ETag of If-None-Match")
    public Response manifest(@QueryParam("app") @NotNull @Pattern(regexp = "admin|mobile|desktop") String app) {
        if (frontEnd.angular().isEmpty()) {
            return ProblemResponses.of(FrontEnd.missing()).build();
        }
        PageShelf.Shelf now = shelf.shelf();
        EntityTag tag = new EntityTag(app + "-" + now.revision());
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return (same == null
                        ? Response.ok(UiManifestView.of(app, frontEnd.angular().get(), now))
                                .tag(tag)
                        : same)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
