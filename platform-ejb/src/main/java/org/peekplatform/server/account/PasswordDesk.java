package org.peekplatform.server.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.database.Database;

/** Changing a password: the old one is asked for again, every session of the account ends, the caller gets a new one. */
public final class PasswordDesk {
    private final Database database;
    private final Credentials credentials;
    private final Sessions sessions;
    private final DeviceSessions deviceSessions;
    private final FirstAdministrator firstAdministrator;
    private final AuditTrail audit;
    private final PasswordPolicy policy = new PasswordPolicy();

    public PasswordDesk(
            Database database,
            Credentials credentials,
            Sessions sessions,
            DeviceSessions deviceSessions,
            FirstAdministrator firstAdministrator,
            AuditTrail audit) {
        this.database = database;
        this.credentials = credentials;
        this.sessions = sessions;
        this.deviceSessions = deviceSessions;
        this.firstAdministrator = firstAdministrator;
        this.audit = audit;
    }

    /** What became of a change. */
    public sealed interface Outcome {}

    public record Changed(OpenedSession opened) implements Outcome {}

    /** The current password is not right. */
    public record WrongPassword() implements Outcome {}

    /** The new password breaks these rules. */
    public record Unfit(List<String> complaints) implements Outcome {}

    public record TooMany(Duration retryAfter) implements Outcome {}

    public Outcome change(String name, String current, String next, String address) {
        Credentials.Outcome outcome = credentials.check(name, current, address);
        if (outcome instanceof Credentials.TooMany tooMany) {
            return new TooMany(tooMany.retryAfter());
        }
        if (outcome instanceof Credentials.Right right) {
            List<String> complaints = policy.complaints(name, current, next);
            return complaints.isEmpty() ? changed(right, next, address) : new Unfit(complaints);
        }
        return new WrongPassword();
    }

    private Outcome changed(Credentials.Right checked, String next, String address) {
        Outcome outcome = database.inTransaction(() -> credentials
                .replace(checked, next)
                .<Outcome>map(account -> new Changed(newSession(account, address)))
                .orElseGet(WrongPassword::new));
        if (outcome instanceof Changed) {
            firstAdministrator.passwordChanged(checked.account().name());
        }
        return outcome;
    }

    private OpenedSession newSession(Account account, String address) {
        sessions.endAll(account.name());
        deviceSessions.endAll(account.name());
        audit.record(account.name(), address, "account.password", account.name(), "ok", Map.of());
        return sessions.open(account);
    }
}
