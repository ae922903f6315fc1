package org.peekplatform.server.web.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Body of {@code PUT /session/password}.
 *
 * @param current the password as it is
 * @param next the password as it is to be
 */
public record PasswordRequest(@NotNull @Size(max = 1024) String current, @NotNull @Size(max = 1024) String next) {
    @Override
    public String toString() {
        return "PasswordRequest";
    }
}
