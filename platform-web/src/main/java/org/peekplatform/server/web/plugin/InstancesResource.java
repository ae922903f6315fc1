package org.peekplatform.server.web.plugin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peekplatform.server.account.Account;
import org.peekplatform.server.credential.NodeCredentials;
import org.peekplatform.server.instance.InstanceBook;

/** The instances of all services. */
@Path("instances")
@RequestScoped
@RolesAllowed(Account.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Instances", description = "The instances of all services")
public class InstancesResource {
    @Inject
    InstanceBook instances;

    @Inject
    NodeCredentials credentials;

    /**
     * @param state {@code CONNECTED} or {@code AWAY}
     * @param presence {@code ONLINE}, {@code DEGRADED} after two beats that are missing, {@code OFFLINE} after three
     * @param clockSkewMillis how far its clock is before the server's; about, and only as good as the link is quick
     * @param waiting messages that it has not taken yet; none for an instance without an inbox
     * @param refusal why it is given no plugins, when its release does not fit the server's
     * @param counters what it has done since it started, and how much it holds
     */
    public record View(
            String name,
            String service,
            String state,
            Instant since,
            String presence,
            Instant lastSeen,
            String platformVersion,
            Optional<Long> clockSkewMillis,
            Optional<Long> waiting,
            Optional<String> refusal,
            Map<String, Long> counters) {}

    /** The answer of the list. */
    public record ViewList(List<View> instances) {}

    @GET
    @Operation(summary = "All instances")
    public ViewList list() {
        Map<String, Long> waiting = credentials.waiting();
        return new ViewList(instances.instances().stream()
                .map(i -> new View(
                        i.name(),
                        i.report().service().id(),
                        i.connected() ? "CONNECTED" : "AWAY",
                        i.since(),
                        i.presence().name(),
                        i.lastSeen(),
                        i.report().platformVersion(),
                        i.clockSkew().map(Duration::toMillis),
                        Optional.ofNullable(waiting.get(i.name())),
                        i.refusal(),
                        i.report().counters()))
                .toList());
    }

    /** Forgets an instance that was taken out of service for good. One that is connected is refused. */
    @DELETE
    @Path("{name}")
    @Operation(summary = "Forget an instance that is gone for good")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public Response forget(@PathParam("name") String name) {
        if (instances.instances().stream().anyMatch(i -> i.name().equals(name) && i.connected())) {
            return Orders.problem(409, "PEEK-5404", "Instance '" + name + "' is connected. Stop it first.", List.of());
        }
        return instances.forget(name) ? Response.noContent().build() : Orders.unknown("instance '" + name + "'");
    }
}
