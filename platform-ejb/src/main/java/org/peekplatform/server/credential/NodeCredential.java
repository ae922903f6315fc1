package org.peekplatform.server.credential;

import java.time.Instant;
import java.util.Optional;

/**
 * A node that has addresses on the broker.
 *
 * @param issued what the platform knows of its credential; empty when {@code add-node} made it, or when the node runs in
 *     the server's own WildFly and needs none
 * @param waiting messages that it has not taken yet
 */
public record NodeCredential(String node, Optional<Issue> issued, long waiting) {

    /**
     * @param user with which it signs in
     * @param successor the user that will take its place
     * @param overlapEnds when the successor does so at the latest
     * @param since when the newest of both was issued
     */
    public record Issue(
            String service,
            String user,
            Optional<String> successor,
            Optional<Instant> overlapEnds,
            Instant since,
            String by) {}
}
