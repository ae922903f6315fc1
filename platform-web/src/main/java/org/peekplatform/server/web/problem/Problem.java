package org.peekplatform.server.web.problem;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A problem document, RFC 9457.
 *
 * @param type stable name of the kind, {@code urn:peek:} and the code
 * @param title the status in words
 * @param detail what happened, to which, and what to do
 * @param code {@code PEEK-nnnn}
 * @param problems the single reasons, when there are several; may be empty
 */
public record Problem(URI type, String title, int status, String detail, String code, List<Reason> problems) {
    /** One of several reasons. */
    public record Reason(String code, String message) {}

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad request"),
            Map.entry(401, "Not signed in"),
            Map.entry(403, "Not allowed"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(406, "Not acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Too large"),
            Map.entry(415, "Unsupported media type"),
            Map.entry(422, "Not fit"),
            Map.entry(429, "Too many tries"),
            Map.entry(500, "Failure"),
            Map.entry(503, "Not available"));

    public Problem {
        problems = List.copyOf(problems);
    }

    public static Problem of(int status, String code, String detail) {
        return of(status, code, detail, List.of());
    }

    public static Problem of(int status, String code, String detail, List<Reason> problems) {
        String title = TITLES.getOrDefault(status, "Refused");
        return new Problem(URI.create("urn:peek:" + code), title, status, detail, code, problems);
    }
}
