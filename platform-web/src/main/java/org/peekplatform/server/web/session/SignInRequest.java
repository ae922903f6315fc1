package org.peekplatform.server.web.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Body of {@code POST /session}. */
public record SignInRequest(
        @NotBlank @Size(max = 64) String name,
        @NotNull @Size(max = 1024) String password) {
    @Override
    public String toString() {
        return "SignInRequest";
    }
}
