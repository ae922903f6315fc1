package org.peekplatform.server.web.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peekplatform.api.Service;
import org.peekplatform.server.account.Account;
import org.peekplatform.server.credential.CredentialOutcome;
import org.peekplatform.server.credential.CredentialOutcome.Issued;
import org.peekplatform.server.credential.CredentialOutcome.Refused;
import org.peekplatform.server.credential.CredentialOutcome.Revoked;
import org.peekplatform.server.credential.NodeCredentials;
import org.peekplatform.server.credential.NodeCredentials.Orderer;
import org.peekplatform.server.instance.InstanceBook;
import org.peekplatform.server.web.problem.Problem;
import org.peekplatform.server.web.problem.ProblemResponses;

/** Who may join the platform. */
@Path("nodes")
@RequestScoped
@RolesAllowed(Account.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Nodes", description = "Clients, agents and workers, and the credentials with which they join")
public class NodesResource {
    @Inject
    NodeCredentials credentials;

    @Inject
    InstanceBook instances;

    @Context
    HttpServletRequest request;

    @GET
    @Operation(summary = "All nodes that may join")
    public NodeView.NodeList list() {
        return new NodeView.NodeList(
                credentials.nodes().stream().map(NodeView::of).toList());
    }

    @POST
    @Operation(summary = "Let a node in; its credential is in the answer and never shown again")
    @APIResponseSchema(
            value = IssuedView.class,
            responseCode = "201",
            responseDescription = "The node may join with this credential")
    public Response issue(@NotNull @Valid NodeRequest body) throws IOException {
        Service service = Service.valueOf(body.service().toUpperCase(Locale.ROOT));
        return answer(body.name(), credentials.issue(body.name(), service, orderer()), 201);
    }

    /** @param overlapMinutes how long the credential before works at most; it ends at once when the new one is used */
    @POST
    @Path("{name}/rotate")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Give a node a new credential; the one before works until the new one was used")
    @APIResponseSchema(
            value = IssuedView.class,
            responseCode = "200",
            responseDescription = "The new credential, never shown again")
    public Response rotate(
            @PathParam("name") String name,
            @QueryParam("overlapMinutes") @DefaultValue("1440") @Min(0) @Max(43200) int overlapMinutes)
            throws IOException {
        return answer(name, credentials.rotate(name, Duration.ofMinutes(overlapMinutes), orderer()), 200);
    }

    @POST
    @Path("{name}/revoke")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Throw a node out at once and take its addresses back")
    @APIResponse(responseCode = "204", description = "It is out and cannot come back")
    public Response revoke(@PathParam("name") String name) throws IOException {
        CredentialOutcome outcome = credentials.revoke(name, orderer());
        if (outcome instanceof Revoked) {
            instances.leave(name);
        }
        return answer(name, outcome, 200);
    }

    private Response answer(String name, CredentialOutcome outcome, int status) throws IOException {
        if (outcome instanceof Issued issued) {
            return Response.status(status)
                    .entity(IssuedView.of(issued, ca()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        if (outcome instanceof Revoked) {
            return Response.noContent().build();
        }
        return outcome instanceof Refused refused
                ? problem(409, refused.code(), refused.message())
                : problem(404, "PEEK-3809", "There is no node '" + name + "'.");
    }

    private static Response problem(int status, String code, String detail) {
        return ProblemResponses.of(Problem.of(status, code, detail)).build();
    }

    private static Optional<String> ca() throws IOException {
        Optional<java.nio.file.Path> file = Optional.ofNullable(System.getProperty("peek.tls.folder"))
                .map(folder -> java.nio.file.Path.of(folder, "ca.pem"))
                .filter(Files::isReadable);
        return file.isPresent() ? Optional.of(Files.readString(file.get(), UTF_8)) : Optional.empty();
    }

    private Orderer orderer() {
        return new Orderer(request.getRemoteUser(), request.getRemoteAddr());
    }
}
