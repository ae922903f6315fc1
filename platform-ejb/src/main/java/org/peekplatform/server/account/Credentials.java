package org.peekplatform.server.account;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.peekplatform.server.audit.AuditTrail;

/**
 * Is this the password of that account? The throttle decides first; unknown names cost as much time as known ones; a wrong
 * password leaves an entry in the audit trail.
 */
public final class Credentials {
    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final RecentCredentials recent;
    private final AuditTrail audit;

    public Credentials(
            Accounts accounts,
            Passwords passwords,
            SignInThrottle throttle,
            RecentCredentials recent,
            AuditTrail audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.recent = recent;
        this.audit = audit;
    }

    /** What became of a check. */
    public sealed interface Outcome {}

    /** The password is right and the account may be used. */
    public static final class Right implements Outcome {
        private final Credential credential;

        private Right(Credential credential) {
            this.credential = credential;
        }

        public Account account() {
            return credential.account();
        }
    }

    /** Wrong password, no such account, or a disabled one: nobody is told which. */
    public record Wrong() implements Outcome {}

    /** Too many tries; the password was not looked at. */
    public record TooMany(Duration retryAfter) implements Outcome {}

    /**
     * For command line clients, which send the password with each call: a password that was right lately is not hashed
     * again, and costs no try.
     */
    public Outcome checkOften(String name, String password, String address) {
        Optional<Credential> stored = accounts.credential(name);
        if (stored.isPresent() && recent.knows(stored.get(), password)) {
            return usable(stored);
        }
        Outcome outcome = check(name, password, address);
        if (outcome instanceof Right right) {
            recent.remember(right.credential, password);
        }
        return outcome;
    }

    /** Looks at the password in any case. */
    public Outcome check(String name, String password, String address) {
        Optional<Duration> wait = throttle.take(name, address);
        if (wait.isPresent()) {
            return new TooMany(wait.get());
        }
        Outcome outcome = usable(verified(name, password));
        if (outcome instanceof Right) {
            throttle.giveBack(name, address);
        } else {
            audit.record("", address, "account.credentials", knownName(name), "refused", Map.of());
        }
        return outcome;
    }

    /**
     * Sets another password.
     *
     * @return empty when the password that was checked is no longer the one that is stored
     */
    Optional<Account> replace(Right checked, String newPassword) {
        return accounts.replacePassword(checked.credential, passwords.hash(newPassword))
                ? accounts.find(checked.account().name())
                : Optional.empty();
    }

    private Optional<Credential> verified(String name, String password) {
        Optional<Credential> credential = accounts.credential(name);
        if (credential.isEmpty()) {
            passwords.checkNobody(password);
            return credential;
        }
        return credential.filter(known -> passwords.matches(password, known));
    }

    /** People type passwords into the field for the name: only names that exist are written down. */
    private String knownName(String name) {
        return accounts.find(name).map(Account::name).orElse("(unknown account)");
    }

    private static Outcome usable(Optional<Credential> credential) {
        return credential
                .filter(known -> !known.account().disabled())
                .<Outcome>map(Right::new)
                .orElseGet(Wrong::new);
    }
}
