package org.peekplatform.server.web.node;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peekplatform.server.credential.NodeCredential;
import org.peekplatform.server.credential.NodeCredential.Issue;

/**
 * A node and its credential, without the password, which nobody has but the node.
 *
 * @param waiting messages that it has not taken yet
 * @param service empty, as are the others below, when a script on the server's machine let it in
 * @param user with which it signs in
 * @param overlapEnds when the credential before stops working, while there are two
 */
public record NodeView(
        String name,
        long waiting,
        Optional<String> service,
        Optional<String> user,
        Optional<Instant> overlapEnds,
        Optional<Instant> issued,
        Optional<String> issuedBy) {

    /** The answer of the list. */
    public record NodeList(List<NodeView> nodes) {}

    static NodeView of(NodeCredential credential) {
        Optional<Issue> issue = credential.issued();
        return new NodeView(
                credential.node(),
                credential.waiting(),
                issue.map(Issue::service),
                issue.map(Issue::user),
                issue.flatMap(Issue::overlapEnds),
                issue.map(Issue::since),
                issue.map(Issue::by));
    }
}
