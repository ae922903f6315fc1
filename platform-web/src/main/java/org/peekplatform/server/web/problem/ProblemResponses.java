package org.peekplatform.server.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.peekplatform.core.json.Json;

/** Puts a problem on the wire: as a JAX-RS response, or from a filter or servlet. */
public final class ProblemResponses {
    private ProblemResponses() {}

    public static Response.ResponseBuilder of(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }

    public static void write(Problem problem, HttpServletResponse response) throws IOException {
        byte[] json = Json.write(problem);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
