package org.peekplatform.maven.deploy;

import com.fasterxml.jackson.databind.JsonNode;

/** A refusal of the server, for a person. */
final class ProblemText {
    private ProblemText() {}

    /**
     * @param body problem+json, or a missing node
     */
    static String of(int status, JsonNode body) {
        if (status == 401) {
            return "PEEK-2334 the platform does not accept this name and password (401). Nothing was changed. Correct them.";
        }
        StringBuilder text = new StringBuilder("the platform answered ").append(status);
        append(text, ": ", body.path("title"));
        append(text, ". ", body.path("detail"));
        for (JsonNode problem : body.path("problems")) {
            text.append("\n  ")
                    .append(problem.path("code").asText())
                    .append(' ')
                    .append(problem.path("message").asText());
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String before, JsonNode value) {
        if (!value.asText().isEmpty()) {
            text.append(before).append(value.asText());
        }
    }
}
