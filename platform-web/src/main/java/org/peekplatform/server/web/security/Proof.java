package org.peekplatform.server.web.security;

import java.util.Optional;

/**
 * What a request brings to show who sent it.
 *
 * @param sessionToken of the session cookie
 * @param csrf header {@code X-Peek-Csrf}
 * @param authorization header {@code Authorization}
 */
public record Proof(Optional<String> sessionToken, Optional<String> csrf, Optional<String> authorization) {
    @Override
    public String toString() {
        return "Proof";
    }
}
