package org.peekplatform.server.web.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What JAX-RS itself refuses: no such resource, method, media type, a parameter that does not parse, a missing role. */
@Provider
public class WebApplicationProblems implements ExceptionMapper<WebApplicationException> {
    private static final Map<Integer, String> DETAILS = Map.of(
            401, "Sign in first.",
            403, "Your account does not have the role for this.",
            404, "There is nothing at this address.",
            405, "This address does not know this method. The header Allow lists what it knows.",
            406, "This address cannot answer in any format of the header Accept.",
            415, "This address does not take content of this type.");

    private static final Pattern PARAMETER = Pattern.compile("QueryParam\\(\"?([A-Za-z0-9_-]{1,40})\"?\\)");

    @Override
    public Response toResponse(WebApplicationException refusal) {
        Response given = refusal.getResponse();
        int status = given.getStatus();
        if (given.hasEntity() || status < 400) {
            return given;
        }
        if (status >= 500) {
            return UncaughtProblems.logged(refusal);
        }
        Optional<String> parameter = status == 404 ? unreadable(refusal.getMessage()) : Optional.empty();
        if (parameter.isPresent()) {
            String text =
                    "'" + parameter.get() + "' has a value that cannot be read. Give one as its description says.";
            return ProblemResponses.of(Problem.of(400, "PEEK-5105", text)).build();
        }
        String detail = DETAILS.getOrDefault(status, "The request does not fit this address.");
        Response.ResponseBuilder answer = ProblemResponses.of(Problem.of(status, "PEEK-5101", detail));
        String allow = given.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    /** JAX-RS answers 404 to a query parameter that is no number, and names it in its message only. */
    static Optional<String> unreadable(String message) {
        Matcher found = PARAMETER.matcher(String.valueOf(message));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
