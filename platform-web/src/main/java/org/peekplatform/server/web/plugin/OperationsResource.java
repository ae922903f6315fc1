package org.peekplatform.server.web.plugin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peekplatform.server.account.Account;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.rollout.OperationBook;

/** Orders that were given, and how they go. */
@Path("operations")
@RequestScoped
@RolesAllowed(Account.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations", description = "Orders and how they go")
public class OperationsResource {
    @Inject
    OperationBook operations;

    @Inject
    Archives archives;

    /** Newest first. */
    @GET
    @Operation(summary = "The newest operations")
    public OperationView.OperationList newest(@QueryParam("limit") @DefaultValue("20") @Min(1) @Max(500) int limit) {
        return new OperationView.OperationList(operations.newest(limit).stream()
                .map(operation -> OperationView.of(operation, archives))
                .toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One operation with its steps")
    @APIResponseSchema(value = OperationView.class, responseCode = "200")
    public Response one(@PathParam("id") String id) {
        return operations
                .find(id)
                .map(operation ->
                        Response.ok(OperationView.of(operation, archives)).build())
                .orElseGet(() -> Orders.unknown("operation '" + id + "'"));
    }
}
