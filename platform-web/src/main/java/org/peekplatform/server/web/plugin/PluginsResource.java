package org.peekplatform.server.web.plugin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peekplatform.server.account.Account;
import org.peekplatform.server.rollout.Operation.DataChoice;
import org.peekplatform.server.rollout.OrderDesk;
import org.peekplatform.server.upload.UploadDesk;
import org.peekplatform.server.upload.UploadOutcome;
import org.peekplatform.server.web.page.FrontEnd;

/** The plugins of the platform. */
@Path("plugins")
@RequestScoped
@RolesAllowed(Account.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plugins", description = "What is installed, and orders about it")
public class PluginsResource {
    @Inject
    PluginViews views;

    @Inject
    UploadDesk uploads;

    @Inject
    OrderDesk orders;

    @Inject
    FrontEnd frontEnd;

    @Context
    HttpServletRequest request;

    /** Every plugin with its state on each instance. */
    @GET
    @Operation(summary = "All plugins")
    public PluginView.PluginList list() {
        return new PluginView.PluginList(views.all());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One plugin")
    @APIResponseSchema(value = PluginView.class, responseCode = "200")
    public Response one(@PathParam("id") String id) {
        return views.find(id)
                .map(plugin -> Response.ok(plugin).build())
                .orElseGet(() -> Orders.unknown("plugin '" + id + "'"));
    }

    /**
     * Checks, plans and installs the archive in the body, all at once. Who wants to read the plan first uses
     * {@code /uploads}. The answer names the operation; the archive's rules are judged before it is given.
     */
    @POST
    @Consumes({"application/zip", MediaType.APPLICATION_OCTET_STREAM, MediaType.WILDCARD})
    @Operation(summary = "Check and install the archive in the body at once")
    @APIResponseSchema(
            value = OperationView.Ordered.class,
            responseCode = "202",
            responseDescription = "The order was taken; follow the operation")
    public Response install(InputStream archive) throws IOException {
        UploadOutcome outcome = uploads.receive(archive, frontEnd.angular());
        return outcome instanceof UploadOutcome.Accepted accepted
                ? Orders.answer(orders.install(accepted.upload().id(), Orders.actor(request)), "such upload")
                : Orders.refused(outcome);
    }

    @POST
    @Path("{id}/stop")
    @Operation(summary = "Stop on all instances")
    @APIResponseSchema(
            value = OperationView.Ordered.class,
            responseCode = "202",
            responseDescription = "The order was taken; follow the operation")
    public Response stop(@PathParam("id") String id) {
        return Orders.answer(orders.stop(id, Orders.actor(request)), "plugin '" + id + "'");
    }

    @POST
    @Path("{id}/start")
    @Operation(summary = "Start on all instances")
    @APIResponseSchema(
            value = OperationView.Ordered.class,
            responseCode = "202",
            responseDescription = "The order was taken; follow the operation")
    public Response start(@PathParam("id") String id) {
        return Orders.answer(orders.start(id, Orders.actor(request)), "plugin '" + id + "'");
    }

    /** @param data {@code keep}, {@code export} (to a file on the server, then drop) or {@code drop} */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Remove from all instances")
    @APIResponseSchema(
            value = OperationView.Ordered.class,
            responseCode = "202",
            responseDescription = "The order was taken; follow the operation")
    public Response uninstall(@PathParam("id") String id, @QueryParam("data") @DefaultValue("keep") String data) {
        return List.of(DataChoice.values()).stream()
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(data))
                .findFirst()
                .map(choice ->
                        Orders.answer(orders.uninstall(id, choice, Orders.actor(request)), "plugin '" + id + "'"))
                .orElseGet(() -> Orders.problem(
                        400,
                        "PEEK-5403",
                        "data is '" + data + "'; it must be keep, export or drop. Nothing was changed.",
                        List.of()));
    }
}
