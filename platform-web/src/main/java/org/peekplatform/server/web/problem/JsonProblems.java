package org.peekplatform.server.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A body that is not the JSON which the resource takes. The parser's own text stays inside: it quotes the body. */
@Provider
public class JsonProblems implements ExceptionMapper<JsonProcessingException> {
    @Override
    public Response toResponse(JsonProcessingException unreadable) {
        String place = unreadable.getLocation() == null
                ? ""
                : " Line " + unreadable.getLocation().getLineNr() + ", column "
                        + unreadable.getLocation().getColumnNr() + ".";
        String detail = "The body is not the JSON that is expected here." + place;
        return ProblemResponses.of(Problem.of(400, "PEEK-5102", detail)).build();
    }
}
