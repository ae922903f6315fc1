package org.peekplatform.server.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peekplatform.server.account.Accounts;
import org.peekplatform.server.account.Sessions;
import org.peekplatform.server.account.SignInDesk;
import org.peekplatform.server.web.problem.Problem;
import org.peekplatform.server.web.problem.ProblemResponses;
import org.peekplatform.server.web.security.SessionCookie;

/** Signing in, out, and who am I. */
@Path("session")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session", description = "Who is signed in")
public class SessionResource {
    @Inject
    SignInDesk desk;

    @Inject
    Sessions sessions;

    @Inject
    Accounts accounts;

    @Context
    HttpServletRequest request;

    @POST
    @Operation(summary = "Sign in and get a session")
    @APIResponseSchema(
            value = SessionView.class,
            responseCode = "200",
            responseDescription = "Signed in; the session is in the cookie")
    @SecurityRequirements
    public Response signIn(@NotNull @Valid SignInRequest body) {
        SignInDesk.Outcome outcome =
                desk.signIn(body.name(), body.password(), request.getRemoteAddr(), SessionCookie.token(request));
        if (outcome instanceof SignInDesk.SignedIn signedIn) {
            return SessionAnswers.opened(signedIn.opened(), request);
        }
        return outcome instanceof SignInDesk.TooMany tooMany
                ? SessionAnswers.tooMany(tooMany.retryAfter())
                : ProblemResponses.of(Problem.of(401, "PEEK-5120", "Name and password do not belong together."))
                        .build();
    }

    /** Who is asking, by session or by password; the gate has let nobody else pass. */
    @GET
    @Operation(summary = "Who is asking")
    public SessionView current() {
        return SessionCookie.token(request)
                .flatMap(sessions::find)
                .filter(session -> session.account().name().equals(request.getRemoteUser()))
                .map(SessionView::of)
                .or(() -> accounts.find(request.getRemoteUser())
                        .map(account -> SessionView.of(account, Optional.empty())))
                .orElseThrow();
    }

    @DELETE
    @Operation(summary = "End the session")
    @APIResponse(responseCode = "204", description = "Signed out")
    public Response signOut() {
        SessionCookie.token(request).ifPresent(token -> desk.signOut(token, request.getRemoteAddr()));
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.clear(request))
                .build();
    }
}
