package org.peekplatform.server.account;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.peekplatform.core.kit.MovingClock;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.database.MemoryDatabase;

/** The whole room on a database in memory, joined as in the container, with a cheap hash. */
final class AccountRoom {
    static final String ADDRESS = "192.0.2.7";

    final MovingClock clock = new MovingClock();
    final Database database = MemoryDatabase.fresh();
    final Accounts accounts = new Accounts(database, clock);
    final Passwords passwords = new Passwords(new Pbkdf2(10));
    final AuditTrail audit = new AuditTrail(database, clock);
    final Sessions sessions = new Sessions(database, clock);
    final DeviceSessions deviceSessions = new DeviceSessions(database, clock);
    final SignInThrottle throttle = new SignInThrottle(clock);
    final Credentials credentials = new Credentials(accounts, passwords, throttle, new RecentCredentials(clock), audit);
    final SignInDesk signInDesk = new SignInDesk(database, credentials, sessions, audit);
    final FirstAdministrator firstAdministrator;
    final PasswordDesk passwordDesk;

    AccountRoom(Path passwordFile) {
        firstAdministrator = new FirstAdministrator(database, accounts, passwords, audit, passwordFile);
        passwordDesk = new PasswordDesk(database, credentials, sessions, deviceSessions, firstAdministrator, audit);
    }

    AccountRoom() {
        this(Path.of("never", "written"));
    }

    Account add(String name, String password) {
        Account account = new Account(name, new TreeSet<>(Set.of(Account.ADMIN)), false, false);
        accounts.add(account, passwords.hash(password));
        return account;
    }

    void disable(String name) {
        database.update("update peek.account set disabled = true where name = ?", name);
    }
}
