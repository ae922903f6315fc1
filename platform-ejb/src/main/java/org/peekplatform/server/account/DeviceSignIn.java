package org.peekplatform.server.account;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.peekplatform.api.account.Authentication;
import org.peekplatform.api.account.User;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.database.Database;

/**
 * Signing in on devices: against the directory that a plugin publishes, or else against the platform's own accounts. Each
 * with its entry in the audit trail, and throttled.
 */
public final class DeviceSignIn {
    private final Database database;
    private final Credentials credentials;
    private final SignInThrottle throttle;
    private final DeviceSessions sessions;
    private final Supplier<Optional<Authentication>> directory;
    private final AuditTrail audit;

    public DeviceSignIn(
            Database database,
            Credentials credentials,
            SignInThrottle throttle,
            DeviceSessions sessions,
            Supplier<Optional<Authentication>> directory,
            AuditTrail audit) {
        this.database = database;
        this.credentials = credentials;
        this.throttle = throttle;
        this.sessions = sessions;
        this.directory = directory;
        this.audit = audit;
    }

    /** What became of a try to sign in. */
    public sealed interface Outcome {}

    /** @param token for the device, known here and now only */
    public record SignedIn(String token, User user) implements Outcome {
        @Override
        public String toString() {
            return "SignedIn[" + user.name() + "]";
        }
    }

    /** Wrong password, no such user, or a disabled one: nobody is told which. */
    public record Refused() implements Outcome {}

    /** The password is a one-time one, which serves to set another one in the admin app and for nothing else. */
    public record PasswordDue() implements Outcome {}

    public record TooMany(Duration retryAfter) implements Outcome {}

    public Outcome signIn(String name, String password, String address) {
        Optional<Authentication> published = directory.get();
        return published.isPresent()
                ? byDirectory(published.get(), name, password, address)
                : byAccount(name, password, address);
    }

    /** @param ref of the session */
    public void signOut(String ref, String address) {
        sessions.find(ref)
                .ifPresent(user -> database.inTransaction(() -> {
                    sessions.end(ref);
                    audit.record(user.name(), address, "device.sign-out", user.name(), "ok", Map.of());
                    return user;
                }));
    }

    private Outcome byAccount(String name, String password, String address) {
        Credentials.Outcome outcome = credentials.check(name, password, address);
        if (outcome instanceof Credentials.Right right) {
            Account account = right.account();
            return account.mustChange()
                    ? passwordDue(account, address)
                    : opened(new User(account.name(), account.roles()), address);
        }
        return outcome instanceof Credentials.TooMany tooMany ? new TooMany(tooMany.retryAfter()) : new Refused();
    }

    private PasswordDue passwordDue(Account account, String address) {
        audit.record(account.name(), address, "device.sign-in", account.name(), "refused", Map.of());
        return new PasswordDue();
    }

    private Outcome byDirectory(Authentication published, String name, String password, String address) {
        Optional<Duration> wait = throttle.take(name, address);
        if (wait.isPresent()) {
            return new TooMany(wait.get());
        }
        Optional<User> user = published.authenticate(name, password);
        if (user.isEmpty()) {
            audit.record("", address, "account.credentials", "(user of a directory)", "refused", Map.of());
            return new Refused();
        }
        throttle.giveBack(name, address);
        return opened(user.get(), address);
    }

    private SignedIn opened(User user, String address) {
        return database.inTransaction(() -> {
            audit.record(user.name(), address, "device.sign-in", user.name(), "ok", Map.of());
            return new SignedIn(sessions.open(user), user);
        });
    }
}
