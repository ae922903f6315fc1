package org.peekplatform.server.web.plugin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peekplatform.server.account.Account;
import org.peekplatform.server.migration.PluginSchema;
import org.peekplatform.server.migration.SchemaSize;
import org.peekplatform.server.rollout.DataDesk;

/** What plugins have in the database: sizes, scripts that were run, copies to restore from. */
@Path("plugins/{id}/data")
@RequestScoped
@RolesAllowed(Account.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Data", description = "What plugins have in the database")
public class DataResource {
    @Inject
    PluginSchema schema;

    @Inject
    DataDesk desk;

    @Context
    HttpServletRequest request;

    /** Of a plugin that was uninstalled too, as long as its data are kept or there is a copy. */
    @GET
    @Operation(summary = "Sizes, scripts and copies")
    @APIResponseSchema(value = DataView.class, responseCode = "200")
    public Response one(@PathParam("id") String id) {
        var copies = schema.copies(id);
        var size = schema.size(id);
        return size.isEmpty() && copies.isEmpty()
                ? Orders.unknown("data of a plugin '" + id + "'")
                : Response.ok(DataView.of(
                                PluginSchema.nameOf(id),
                                schema.vendor(),
                                size.orElse(new SchemaSize(List.of())),
                                schema.applied(id),
                                copies))
                        .build();
    }

    @POST
    @Path("copies")
    @Operation(summary = "Write a copy of the data as they are now")
    @APIResponse(responseCode = "204", description = "Written")
    public Response copy(@PathParam("id") String id) {
        return answer(desk.copy(id, Orders.actor(request)), "data of an installed plugin '" + id + "'");
    }

    /** In place of the data that are there. Refused while the plugin runs. */
    @POST
    @Path("copies/{name}/restore")
    @Operation(summary = "Put the data of a copy in the place of those that are there")
    @APIResponse(responseCode = "204", description = "Restored")
    public Response restore(@PathParam("id") String id, @PathParam("name") String name) {
        return answer(desk.restore(id, name, Orders.actor(request)), "copy '" + name + "' of plugin '" + id + "'");
    }

    /** After somebody has edited a script that was run, and it is known that its effect is the same. */
    @POST
    @Path("repair")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let a script with other bytes count as the one that was run")
    @APIResponse(responseCode = "204", description = "It counts")
    public Response repair(@PathParam("id") String id, @Valid @NotNull DataView.Repair repair) {
        return answer(
                desk.repair(id, repair.script(), repair.sha256(), Orders.actor(request)),
                "script '" + repair.script() + "' among those that were run for plugin '" + id + "'");
    }

    /** For a schema whose tables were made by other means; one that has a history is refused. */
    @POST
    @Path("baseline")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let scripts up to a version count as run")
    @APIResponse(responseCode = "204", description = "They count")
    public Response baseline(@PathParam("id") String id, @Valid @NotNull DataView.Baseline baseline) {
        return answer(desk.baseline(id, baseline.version(), Orders.actor(request)), "plugin '" + id + "'");
    }

    private static Response answer(DataDesk.Outcome outcome, String subject) {
        if (outcome instanceof DataDesk.Outcome.Refused refused) {
            return Orders.problem(
                    409, refused.problem().code(), refused.problem().message(), List.of());
        }
        return outcome instanceof DataDesk.Outcome.Done ? Response.noContent().build() : Orders.unknown(subject);
    }
}
