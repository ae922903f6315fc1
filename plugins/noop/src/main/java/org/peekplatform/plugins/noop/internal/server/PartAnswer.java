package org.peekplatform.plugins.noop.internal.server;

import java.time.Duration;

/** What one part said, or why it said nothing. */
public sealed interface PartAnswer {

    /**
     * It answered.
     *
     * @param latency from asking to the answer
     */
    record Given(String value, String instance, Duration latency) implements PartAnswer {}

    /** It did not; one sentence. */
    record Missing(String reason) implements PartAnswer {}
}
