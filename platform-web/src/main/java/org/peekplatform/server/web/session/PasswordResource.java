package org.peekplatform.server.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peekplatform.server.account.PasswordDesk;
import org.peekplatform.server.web.problem.Problem;
import org.peekplatform.server.web.problem.ProblemResponses;

/** The password of who is asking. A change ends all sessions of the account and answers with a new one. */
@Path("session/password")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session", description = "Who is signed in")
public class PasswordResource {
    private static final String UNFIT = "PEEK-5121";

    @Inject
    PasswordDesk desk;

    @Context
    HttpServletRequest request;

    @PUT
    @Operation(summary = "Change the own password")
    @APIResponseSchema(
            value = SessionView.class,
            responseCode = "200",
            responseDescription = "Changed; all other sessions are over, a new one is in the cookie")
    public Response change(@NotNull @Valid PasswordRequest body) {
        PasswordDesk.Outcome outcome =
                desk.change(request.getRemoteUser(), body.current(), body.replacement(), request.getRemoteAddr());
        if (outcome instanceof PasswordDesk.Changed changed) {
            return SessionAnswers.opened(changed.opened(), request);
        }
        if (outcome instanceof PasswordDesk.TooMany tooMany) {
            return SessionAnswers.tooMany(tooMany.retryAfter());
        }
        return ProblemResponses.of(refused(outcome)).build();
    }

    private static Problem refused(PasswordDesk.Outcome outcome) {
        return outcome instanceof PasswordDesk.Unfit unfit
                ? Problem.of(422, UNFIT, String.join(" ", unfit.complaints()), reasons(unfit.complaints()))
                : Problem.of(403, "PEEK-5122", "The current password is not right. Nothing was changed.");
    }

    private static List<Problem.Reason> reasons(List<String> complaints) {
        return complaints.stream().map(text -> new Problem.Reason(UNFIT, text)).toList();
    }
}
