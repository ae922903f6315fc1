package org.peekplatform.server.web.node;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Body of {@code POST /nodes}.
 *
 * @param name lower-case letters, digits and hyphens
 * @param service {@code client}, {@code agent} or {@code worker}
 */
public record NodeRequest(
        @NotBlank @Size(max = 64) String name,

        @NotBlank @Pattern(regexp = "client|agent|worker", message = "must be client, agent or worker")
        String service) {}
