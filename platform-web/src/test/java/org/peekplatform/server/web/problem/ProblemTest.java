package org.peekplatform.server.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.json.Json;

class ProblemTest {
    @Test
    void hasTheMembersOfRfc9457() {
        Problem problem =
                Problem.of(422, "PEEK-5121", "Too short.", List.of(new Problem.Reason("PEEK-5121", "Too short.")));

        assertThat(new String(Json.write(problem), StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"urn:peek:PEEK-5121\","
                        + "\"title\":\"Not fit\",\"status\":422,\"detail\":\"Too short.\",\"code\":\"PEEK-5121\","
                        + "\"problems\":[{\"code\":\"PEEK-5121\",\"message\":\"Too short.\"}]}");
    }

    @Test
    void hasATitleForAnyStatus() {
        assertThat(Problem.of(418, "PEEK-0000", "x").title()).isNotBlank();
    }

    @Test
    void namesTheParameterWhoseValueCannotBeRead() {
        String message =
                "RESTEASY003870: Unable to extract parameter from http request: jakarta.ws.rs.QueryParam(\"limit\")"
                        + " value is 'abc'";

        assertThat(WebApplicationProblems.unreadable(message)).contains("limit");
        assertThat(WebApplicationProblems.unreadable("RESTEASY003210: Could not find resource"))
                .isEmpty();
        assertThat(WebApplicationProblems.unreadable(null)).isEmpty();
    }
}
