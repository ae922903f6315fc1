package org.peekplatform.server.account;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.database.Database;

/** Signing in and out, each with its entry in the audit trail. */
public final class SignInDesk {
    private final Database database;
    private final Credentials credentials;
    private final Sessions sessions;
    private final AuditTrail audit;

    public SignInDesk(Database database, Credentials credentials, Sessions sessions, AuditTrail audit) {
        this.database = database;
        this.credentials = credentials;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** What became of a try to sign in. */
    public sealed interface Outcome {}

    public record SignedIn(OpenedSession opened) implements Outcome {}

    /** Wrong password, no such account, or a disabled one: nobody is told which. */
    public record Refused() implements Outcome {}

    public record TooMany(Duration retryAfter) implements Outcome {}

    /** @param earlierToken of the session that the same browser had, which ends here */
    public Outcome signIn(String name, String password, String address, Optional<String> earlierToken) {
        Credentials.Outcome outcome = credentials.check(name, password, address);
        if (outcome instanceof Credentials.Right right) {
            return new SignedIn(opened(right.account(), address, earlierToken));
        }
        return outcome instanceof Credentials.TooMany tooMany ? new TooMany(tooMany.retryAfter()) : new Refused();
    }

    /** Ends the session of that token, if it is one. */
    public void signOut(String token, String address) {
        sessions.find(token)
                .ifPresent(session -> database.inTransaction(() -> {
                    sessions.end(token);
                    String name = session.account().name();
                    audit.record(name, address, "session.sign-out", name, "ok", Map.of());
                    return session;
                }));
    }

    private OpenedSession opened(Account account, String address, Optional<String> earlierToken) {
        return database.inTransaction(() -> {
            earlierToken.ifPresent(sessions::end);
            audit.record(account.name(), address, "session.sign-in", account.name(), "ok", Map.of());
            return sessions.open(account);
        });
    }
}
