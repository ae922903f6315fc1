package org.peekplatform.server.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.peekplatform.api.account.User;
import org.peekplatform.server.database.Database;

/**
 * Table {@code device_session}: who is signed in on which device. Sessions last long, because a device may be without
 * network for days; they open the doors of client services and nothing else.
 */
public final class DeviceSessions {
    /** A session that was not used for so long is over. */
    public static final Duration IDLE = Duration.ofDays(30);

    /** A session is over after so long in any case. */
    public static final Duration ABSOLUTE = Duration.ofDays(180);

    /** What was read is good for so long: a session that ends elsewhere ends here at the latest then. */
    static final Duration FRESH = Duration.ofSeconds(20);

    private static final Duration SEEN_PRECISION = Duration.ofMinutes(10);
    private static final int REMEMBERED = 100_000;

    private final Database database;
    private final Clock clock;
    private final Map<String, Read> recent = new ConcurrentHashMap<>();

    private record Read(User user, Instant at) {}

    private record Row(User user, Instant seen) {}

    public DeviceSessions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens a session; gives its token, which is stored nowhere. */
    String open(User user) {
        Instant now = clock.instant();
        database.update("delete from peek.device_session where expires <= ? or last_seen <= ?", now, now.minus(IDLE));
        String token = Tokens.random();
        database.update(
                "insert into peek.device_session (ref, name, roles, created, last_seen, expires)"
                        + " values (?, ?, ?, ?, ?, ?)",
                Tokens.digest(token),
                user.name(),
                roles(user),
                now,
                now,
                now.plus(ABSOLUTE));
        return token;
    }

    /**
     * Who has that session, unless it is over.
     *
     * @param ref the token's SHA-256 in lower-case hexadecimal
     */
    public Optional<User> find(String ref) {
        Instant now = clock.instant();
        Read read = recent.get(ref);
        if (read != null && now.isBefore(read.at().plus(FRESH))) {
            return Optional.of(read.user());
        }
        Optional<Row> row = database.first(
                "select s.name, s.roles, s.last_seen from peek.device_session s"
                        + " left join peek.account a on a.name = s.name"
                        + " where s.ref = ? and s.expires > ? and s.last_seen > ? and not coalesce(a.disabled, false)",
                found -> new Row(
                        new User(found.getString("name"), roles(found.getString("roles"))),
                        Database.instant(found, "last_seen")),
                ref,
                now,
                now.minus(IDLE));
        row.ifPresentOrElse(found -> remember(ref, found, now), () -> recent.remove(ref));
        return row.map(Row::user);
    }

    /** Ends a session; ending one that is over does nothing. */
    public void end(String ref) {
        recent.remove(ref);
        database.update("delete from peek.device_session where ref = ?", ref);
    }

    /** Ends all sessions of somebody. */
    void endAll(String name) {
        recent.values().removeIf(read -> read.user().name().equals(name));
        database.update("delete from peek.device_session where name = ?", name);
    }

    private void remember(String ref, Row row, Instant now) {
        if (!now.isBefore(row.seen().plus(SEEN_PRECISION))) {
            database.update("update peek.device_session set last_seen = ? where ref = ?", now, ref);
        }
        if (recent.size() >= REMEMBERED) {
            recent.values().removeIf(read -> !now.isBefore(read.at().plus(FRESH)));
        }
        recent.put(ref, new Read(row.user(), now));
    }

    private static Set<String> roles(String text) {
        return text.isEmpty() ? Set.of() : Set.copyOf(List.of(text.split("\n")));
    }

    /** One a line: whatever else a directory writes into a role, it stays one. */
    private static String roles(User user) {
        return user.roles().stream()
                .map(role -> role.replace('\n', ' '))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
