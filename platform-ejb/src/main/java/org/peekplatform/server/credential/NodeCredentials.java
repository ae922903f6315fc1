package org.peekplatform.server.credential;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.peekplatform.api.Service;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.credential.CredentialOutcome.Issued;
import org.peekplatform.server.credential.CredentialOutcome.Refused;
import org.peekplatform.server.credential.CredentialOutcome.Revoked;
import org.peekplatform.server.credential.CredentialOutcome.Unknown;
import org.peekplatform.server.credential.NodeCredential.Issue;
import org.peekplatform.server.credential.NodeDoors.Identity;
import org.peekplatform.server.database.Database;

/**
 * Issues, rotates and revokes. A node has at most two identities, of which one is on its way out: {@code agent7} and
 * {@code agent7.b} take turns, so a rotation lets both in until the new one was used or the overlap ends.
 */
public final class NodeCredentials {
    /** How long the old credential works beside the new one when nobody says otherwise, and at most. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private static final String SECOND = ".b";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,22}");
    private static final int SECRET_BYTES = 24;

    private final Database database;
    private final CredentialBook book;
    private final NodeDoors doors;
    private final AuditTrail audit;
    private final Clock clock;
    private final String server;
    private final SecureRandom random = new SecureRandom();
    /** Users that are expected to take over, by node: each beat of each node asks. */
    private final Map<String, String> expected = new ConcurrentHashMap<>();

    /** Who gives an order, and from where. */
    public record Orderer(String name, String address) {}

    /** @param server name of the server's own instance, which no node may have */
    public NodeCredentials(Database database, NodeDoors doors, AuditTrail audit, Clock clock, String server) {
        this.database = database;
        this.book = new CredentialBook(database);
        this.doors = doors;
        this.audit = audit;
        this.clock = clock;
        this.server = server;
        book.overlapping()
                .forEach(row -> expected.put(row.node(), row.issue().successor().orElseThrow()));
    }

    /** All nodes that have addresses, by name. */
    public List<NodeCredential> nodes() {
        return doors.waiting().entrySet().stream()
                .map(node -> new NodeCredential(node.getKey(), book.find(node.getKey()), node.getValue()))
                .toList();
    }

    /** Messages that wait for each node. */
    public Map<String, Long> waiting() {
        return doors.waiting();
    }

    /** Lets a new node in. */
    public synchronized CredentialOutcome issue(String node, Service service, Orderer by) {
        if (!NAME.matcher(node).matches() || node.equals(server)) {
            return new Refused(
                    "PEEK-3803",
                    "'" + node + "' is no name for a node: a lower-case letter, then at most 22 letters, digits or"
                            + " hyphens, and not the server's own. Nothing was changed. Choose another one.");
        }
        if (service == Service.SERVER) {
            return new Refused(
                    "PEEK-3804", "A server does not join as a node. Nothing was changed. Say client, agent or worker.");
        }
        if (doors.waiting().containsKey(node)) {
            return new Refused(
                    "PEEK-3805",
                    "There is a node '" + node + "' already. Nothing was changed. Rotate its credential, or revoke it"
                            + " before you issue one anew.");
        }
        Identity identity = new Identity(node, secret(), service);
        return database.inTransaction(() -> {
            book.put(node, issueOf(identity, Optional.empty(), by));
            record("node.issue", node, by, Map.of("service", service.id()));
            doors.open(node, identity);
            return new Issued(node, identity, Optional.empty());
        });
    }

    /** Gives a node another credential; the one before works until this one was used, or the overlap has passed. */
    public synchronized CredentialOutcome rotate(String node, Duration overlap, Orderer by) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            return new Refused(
                    "PEEK-3806",
                    "An overlap lasts 0 minutes to " + LONGEST_OVERLAP.toDays() + " days. Nothing was changed.");
        }
        if (!doors.waiting().containsKey(node)) {
            return new Unknown();
        }
        Optional<Identity> before = inForce(node);
        return before.isPresent() ? rotate(node, before.get(), overlap, by) : withoutCredential(node);
    }

    /** The one that the book names, unless scripts on the server's machine have changed who is who. */
    private Optional<Identity> inForce(String node) {
        return Stream.concat(book.find(node).map(Issue::user).stream(), Stream.of(node, node + SECOND))
                .flatMap(user -> doors.identity(user).map(service -> new Identity(user, "", service)).stream())
                .findFirst();
    }

    private CredentialOutcome rotate(String node, Identity before, Duration overlap, Orderer by) {
        String inForce = before.user();
        String successor = inForce.equals(node) ? node + SECOND : node;
        Identity identity = new Identity(successor, secret(), before.service());
        Instant ends = clock.instant().plus(overlap);
        return database.inTransaction(() -> {
            book.put(node, issueOf(before, Optional.of(ends), by));
            record("node.rotate", node, by, Map.of("overlapEnds", ends.toString()));
            doors.end(List.of(successor));
            doors.add(node, identity);
            expected.put(node, successor);
            return new Issued(node, identity, Optional.of(ends));
        });
    }

    /** Throws a node out at once, connected or not, and takes its addresses back. */
    public synchronized CredentialOutcome revoke(String node, Orderer by) {
        if (!doors.waiting().containsKey(node)) {
            return new Unknown();
        }
        List<String> users = List.of(node, node + SECOND);
        if (users.stream().allMatch(user -> doors.identity(user).isEmpty())) {
            return withoutCredential(node);
        }
        // Thrown out first: whatever fails afterwards, the node is outside.
        doors.end(users);
        expected.remove(node);
        return database.inTransaction(() -> {
            book.remove(node);
            record("node.revoke", node, by, Map.of());
            doors.close(node);
            return new Revoked();
        });
    }

    /** A node has reported, signed in as this user: a successor that is used ends the one before. */
    public void heard(String node, String user) {
        if (user.equals(expected.get(node))) {
            book.find(node).ifPresent(issue -> succeed(node, issue, "used"));
        }
    }

    /** Ends what has overlapped long enough. */
    public void sweep() {
        if (!expected.isEmpty()) {
            Instant now = clock.instant();
            book.overlapping().stream()
                    .filter(row ->
                            row.issue().overlapEnds().filter(now::isBefore).isEmpty())
                    .forEach(row -> succeed(row.node(), row.issue(), "overlap has passed"));
        }
    }

    private synchronized void succeed(String node, Issue issue, String why) {
        issue.successor()
                .ifPresent(successor -> database.inTransaction(() -> {
                    if (book.succeed(node, successor)) {
                        audit.record(
                                AuditTrail.PLATFORM,
                                "",
                                "node.rotated",
                                node,
                                "ok",
                                Map.of("user", successor, "why", why));
                        doors.end(List.of(issue.user()));
                        expected.remove(node);
                    }
                    return successor;
                }));
    }

    private Issue issueOf(Identity inForce, Optional<Instant> ends, Orderer by) {
        String user = inForce.user();
        String other = user.endsWith(SECOND) ? user.substring(0, user.length() - SECOND.length()) : user + SECOND;
        return new Issue(inForce.service().id(), user, ends.map(e -> other), ends, clock.instant(), by.name());
    }

    private static Refused withoutCredential(String node) {
        return new Refused(
                "PEEK-3807",
                "Node '" + node + "' has no credential: it runs in the server's own WildFly. Nothing was changed."
                        + " Undeploy its platform EAR there.");
    }

    private void record(String action, String node, Orderer by, Map<String, ?> detail) {
        audit.record(by.name(), by.address(), action, node, "ok", detail);
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
