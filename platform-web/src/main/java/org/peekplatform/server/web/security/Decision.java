package org.peekplatform.server.web.security;

import java.util.Map;
import java.util.Optional;
import org.peekplatform.server.web.problem.Problem;

/** What the gate says to a request. */
public sealed interface Decision {
    /** @param caller empty where everybody may go */
    record Allowed(Optional<Caller> caller) implements Decision {}

    /** @param headers to send with the problem, such as {@code Retry-After} */
    record Refused(Problem problem, Map<String, String> headers) implements Decision {
        public Refused {
            headers = Map.copyOf(headers);
        }
    }

    static Decision refused(int status, String code, String detail) {
        return new Refused(Problem.of(status, code, detail), Map.of());
    }
}
