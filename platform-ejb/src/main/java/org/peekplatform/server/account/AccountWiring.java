package org.peekplatform.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.peekplatform.api.account.Authentication;
import org.peekplatform.runtime.part.PartRegistry;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.database.Database;

/** Joins this room. */
@ApplicationScoped
class AccountWiring {
    @Produces
    @Singleton
    Accounts accounts(Database database, Clock clock) {
        return new Accounts(database, clock);
    }

    @Produces
    @Singleton
    Passwords passwords() {
        return new Passwords(new Pbkdf2(Pbkdf2.ROUNDS));
    }

    @Produces
    @Singleton
    Sessions sessions(Database database, Clock clock) {
        return new Sessions(database, clock);
    }

    @Produces
    @Singleton
    SignInThrottle throttle(Clock clock) {
        return new SignInThrottle(clock);
    }

    @Produces
    @Singleton
    Credentials credentials(
            Accounts accounts, Passwords passwords, SignInThrottle throttle, AuditTrail audit, Clock clock) {
        return new Credentials(accounts, passwords, throttle, new RecentCredentials(clock), audit);
    }

    @Produces
    @Singleton
    DeviceSessions deviceSessions(Database database, Clock clock) {
        return new DeviceSessions(database, clock);
    }

    @Produces
    @Singleton
    DeviceSignIn deviceSignIn(
            Database database,
            Credentials credentials,
            SignInThrottle throttle,
            DeviceSessions sessions,
            AuditTrail audit) {
        return new DeviceSignIn(
                database,
                credentials,
                throttle,
                sessions,
                () -> PartRegistry.shared().apis().published(Authentication.class),
                audit);
    }

    @Produces
    @Singleton
    FirstAdministrator firstAdministrator(Database database, Accounts accounts, Passwords passwords, AuditTrail audit) {
        Path file = Path.of(System.getProperty("jboss.server.data.dir"), "peek", "first-admin-password");
        return new FirstAdministrator(database, accounts, passwords, audit, file);
    }

    @Produces
    @Singleton
    SignInDesk signInDesk(Database database, Credentials credentials, Sessions sessions, AuditTrail audit) {
        return new SignInDesk(database, credentials, sessions, audit);
    }

    @Produces
    @Singleton
    PasswordDesk passwordDesk(
            Database database,
            Credentials credentials,
            Sessions sessions,
            DeviceSessions deviceSessions,
            FirstAdministrator firstAdministrator,
            AuditTrail audit) {
        return new PasswordDesk(database, credentials, sessions, deviceSessions, firstAdministrator, audit);
    }
}
