package org.peekplatform.server.web.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** A body or parameter that breaks its constraints: each is named, the values are not repeated. */
@Provider
public class ConstraintProblems implements ExceptionMapper<ConstraintViolationException> {
    private static final String CODE = "PEEK-5103";

    @Override
    public Response toResponse(ConstraintViolationException unfit) {
        List<Problem.Reason> problems = unfit.getConstraintViolations().stream()
                .map(violation -> field(violation) + " " + violation.getMessage())
                .sorted()
                .map(text -> new Problem.Reason(CODE, text))
                .toList();
        String detail = "The request breaks the rules of its fields.";
        return ProblemResponses.of(Problem.of(400, CODE, detail, problems)).build();
    }

    private static String field(ConstraintViolation<?> violation) {
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            last = node.toString();
        }
        return last;
    }
}
