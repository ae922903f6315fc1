package org.peekplatform.server.web.security;

import java.time.Duration;
import java.util.Map;
import org.peekplatform.server.web.problem.Problem;

/** The throttle's answer. */
public final class TooManyTries {
    private TooManyTries() {}

    public static Problem problem(Duration retryAfter) {
        return Problem.of(
                429,
                "PEEK-5116",
                "Too many tries to sign in. The password was not looked at. Try again in " + seconds(retryAfter)
                        + " s.");
    }

    public static Map<String, String> headers(Duration retryAfter) {
        return Map.of("Retry-After", Long.toString(seconds(retryAfter)));
    }

    /** Rounded up: who comes back then is not refused again. */
    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
