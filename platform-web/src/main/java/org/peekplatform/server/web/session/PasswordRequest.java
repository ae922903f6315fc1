package org.peekplatform.server.web.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Body of {@code PUT /session/password}.
 *
 * @param current the password as it is
 * @param replacement the password as it is to be
 */
public record PasswordRequest(
        @NotNull @Size(max = 1024) String current,
        @NotNull @Size(max = 1024) String replacement) {
    @Override
    public String toString() {
        return "PasswordRequest";
    }
}
