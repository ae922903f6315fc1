package org.peekplatform.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.peekplatform.server.database.Database;

/** Table {@code session}. Sessions are in the database, so they outlive a restart of the server. */
public final class Sessions {
    /** A session that was not used for so long is over. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** A session is over after so long in any case. */
    public static final Duration ABSOLUTE = Duration.ofHours(12);

    /** The time of last use is written at most so often: a polling page must not cost a write per call. */
    static final Duration SEEN_PRECISION = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;

    public Sessions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens a session with a new token; sessions that are over are thrown out on this occasion. */
    OpenedSession open(Account account) {
        Instant now = clock.instant();
        database.update("delete from peek.session where expires <= ? or last_seen <= ?", now, now.minus(IDLE));
        String token = Tokens.random();
        Session session = new Session(account, Tokens.random(), now.plus(ABSOLUTE));
        database.update(
                "insert into peek.session (token_hash, account, csrf, created, last_seen, expires)"
                        + " values (?, ?, ?, ?, ?, ?)",
                Tokens.digest(token),
                account.name(),
                session.csrf(),
                now,
                now,
                session.expires());
        return new OpenedSession(token, session);
    }

    /** The session of that token, unless it is over or its account disabled. Counts as use. */
    public Optional<Session> find(String token) {
        Instant now = clock.instant();
        Optional<Seen> seen = database.first(
                "select a.name, a.roles, a.must_change, a.disabled, s.csrf, s.expires, s.last_seen"
                        + " from peek.session s join peek.account a on a.name = s.account"
                        + " where s.token_hash = ? and s.expires > ? and s.last_seen > ? and not a.disabled",
                Sessions::seen,
                Tokens.digest(token),
                now,
                now.minus(IDLE));
        seen.filter(s -> !now.isBefore(s.last.plus(SEEN_PRECISION))).ifPresent(s -> touch(token, now));
        return seen.map(Seen::session);
    }

    /** Ends one session; ending one that is over does nothing. */
    void end(String token) {
        database.update("delete from peek.session where token_hash = ?", Tokens.digest(token));
    }

    /** Ends all sessions of an account. */
    void endAll(String account) {
        database.update("delete from peek.session where account = ?", account);
    }

    private void touch(String token, Instant now) {
        database.update("update peek.session set last_seen = ? where token_hash = ?", now, Tokens.digest(token));
    }

    private static Seen seen(ResultSet row) throws SQLException {
        Session session = new Session(Accounts.account(row), row.getString("csrf"), Database.instant(row, "expires"));
        return new Seen(session, Database.instant(row, "last_seen"));
    }

    private record Seen(Session session, Instant last) {}
}
