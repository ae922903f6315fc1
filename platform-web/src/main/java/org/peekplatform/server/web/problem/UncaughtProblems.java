package org.peekplatform.server.web.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;

/** The rim of the REST API: what nobody caught is logged once, and the client gets the id to ask for. */
@Provider
public class UncaughtProblems implements ExceptionMapper<Throwable> {
    private static final String CODE = "PEEK-5104";
    private static final System.Logger LOG = System.getLogger(UncaughtProblems.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        return logged(failure);
    }

    static Response logged(Throwable failure) {
        String id = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.ERROR, CODE + " A request failed, id " + id + ".", failure);
        String detail = "The server failed at this request. Its log has the reason under the id " + id + ".";
        return ProblemResponses.of(Problem.of(500, CODE, detail)).build();
    }
}
