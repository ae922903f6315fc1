package org.peekplatform.server.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.peekplatform.server.credential.NodeCredential.Issue;
import org.peekplatform.server.database.Database;

/** Table {@code node_credential}. */
final class CredentialBook {
    private static final String COLUMNS =
            "select node, service, in_force, successor, overlap_ends, issued, issued_by from peek.node_credential";

    private final Database database;

    CredentialBook(Database database) {
        this.database = database;
    }

    record Row(String node, Issue issue) {}

    Optional<Issue> find(String node) {
        return database.first(COLUMNS + " where node = ?", CredentialBook::row, node)
                .map(Row::issue);
    }

    /** Nodes that have two credentials at the moment. */
    List<Row> overlapping() {
        return database.query(COLUMNS + " where successor is not null order by node", CredentialBook::row);
    }

    void put(String node, Issue issue) {
        remove(node);
        database.update(
                "insert into peek.node_credential (node, service, in_force, successor, overlap_ends, issued, issued_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                node,
                issue.service(),
                issue.user(),
                issue.successor().orElse(null),
                issue.overlapEnds().orElse(null),
                issue.since(),
                issue.by());
    }

    /** @return whether it was the caller who ended the overlap with that successor */
    boolean succeed(String node, String successor) {
        return database.update(
                        "update peek.node_credential set in_force = successor, successor = null, overlap_ends = null"
                                + " where node = ? and successor = ?",
                        node,
                        successor)
                > 0;
    }

    void remove(String node) {
        database.update("delete from peek.node_credential where node = ?", node);
    }

    private static Row row(ResultSet row) throws SQLException {
        Optional<String> successor = Optional.ofNullable(row.getString("successor"));
        return new Row(
                row.getString("node"),
                new Issue(
                        row.getString("service"),
                        row.getString("in_force"),
                        successor,
                        successor.isPresent() ? Optional.of(Database.instant(row, "overlap_ends")) : Optional.empty(),
                        Database.instant(row, "issued"),
                        row.getString("issued_by")));
    }
}
