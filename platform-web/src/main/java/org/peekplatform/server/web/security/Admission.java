package org.peekplatform.server.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.peekplatform.runtime.web.SecurityHeaders;
import org.peekplatform.server.web.problem.ProblemResponses;

/** Asks the gate about a request and answers those that are refused. */
final class Admission {
    private Admission() {}

    /** The request to go on with, which knows its caller; empty when it was refused and answered. */
    static Optional<HttpServletRequest> of(Gate gate, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SecurityHeaders.apply(response);
        Decision decision = gate.check(request);
        if (decision instanceof Decision.Refused refused) {
            refused.headers().forEach(response::setHeader);
            ProblemResponses.write(refused.problem(), response);
            return Optional.empty();
        }
        return Optional.of(((Decision.Allowed) decision)
                .caller()
                .<HttpServletRequest>map(caller -> new CallerRequest(request, caller))
                .orElse(request));
    }
}
