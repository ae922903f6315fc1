package org.peekplatform.server.web.security;

import java.util.Set;
import org.peekplatform.runtime.web.Provenance;

/**
 * All that the gate looks at.
 *
 * @param rawPath path as it came over the wire
 * @param containerPath the same path as the container reads it
 * @param address of the sender, in numbers
 */
public record AccessRequest(
        String method, String rawPath, String containerPath, String address, Provenance provenance, Proof proof) {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** May change something, as far as the method says. */
    boolean changes() {
        return !READING.contains(method);
    }
}
