package org.peekplatform.server.web.plugin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peekplatform.server.account.Account;
import org.peekplatform.server.rollout.OrderDesk;
import org.peekplatform.server.upload.UploadDesk;
import org.peekplatform.server.upload.UploadOutcome;
import org.peekplatform.server.web.page.FrontEnd;

/** Archives that were checked and wait, with their plan, for the administrator's word. */
@Path("uploads")
@RequestScoped
@RolesAllowed(Account.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Uploads", description = "Archives that wait, with their plan, for a decision")
public class UploadsResource {
    @Inject
    UploadDesk uploads;

    @Inject
    OrderDesk orders;

    @Inject
    FrontEnd frontEnd;

    @Context
    HttpServletRequest request;

    /** Checks the archive in the body and plans its installation. Nothing is installed yet. */
    @POST
    @Consumes({"application/zip", MediaType.APPLICATION_OCTET_STREAM, MediaType.WILDCARD})
    @Operation(summary = "Check the archive in the body and plan its installation")
    @APIResponseSchema(
            value = UploadView.class,
            responseCode = "201",
            responseDescription = "Accepted; nothing is installed yet")
    public Response upload(InputStream archive) throws IOException {
        UploadOutcome outcome = uploads.receive(archive, frontEnd.angular());
        return outcome instanceof UploadOutcome.Accepted accepted
                ? Response.status(Response.Status.CREATED)
                        .header(
                                "Location",
                                "/api/v1/uploads/" + accepted.upload().id())
                        .entity(UploadView.of(accepted.upload()))
                        .build()
                : Orders.refused(outcome);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One upload with its plan")
    @APIResponseSchema(value = UploadView.class, responseCode = "200")
    public Response one(@PathParam("id") String id) {
        return uploads.find(id)
                .map(upload -> Response.ok(UploadView.of(upload)).build())
                .orElseGet(() -> Orders.unknown("upload '" + id + "'"));
    }

    @POST
    @Path("{id}/install")
    @Operation(summary = "Install as planned")
    @APIResponseSchema(
            value = OperationView.Ordered.class,
            responseCode = "202",
            responseDescription = "The order was taken; follow the operation")
    public Response install(@PathParam("id") String id) {
        return Orders.answer(orders.install(id, Orders.actor(request)), "upload '" + id + "'");
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Throw the archive away")
    @APIResponse(responseCode = "204", description = "Gone")
    public Response discard(@PathParam("id") String id) {
        return uploads.discard(id) ? Response.noContent().build() : Orders.unknown("upload '" + id + "'");
    }
}
