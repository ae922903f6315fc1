package org.peekplatform.server.web.security;

import java.util.Optional;
import org.peekplatform.server.account.Account;
import org.peekplatform.server.account.Credentials;
import org.peekplatform.server.account.Sessions;

/** The platform's own accounts. */
final class AccountIdentities implements Identities {
    private final Sessions sessions;
    private final Credentials credentials;

    AccountIdentities(Sessions sessions, Credentials credentials) {
        this.sessions = sessions;
        this.credentials = credentials;
    }

    @Override
    public Optional<SignedIn> bySession(String token) {
        return sessions.find(token)
                .map(session -> new SignedIn(
                        caller(session.account()),
                        session.csrf(),
                        session.account().mustChange()));
    }

    @Override
    public PasswordAnswer byPassword(String name, String password, String address) {
        Credentials.Outcome outcome = credentials.checkOften(name, password, address);
        if (outcome instanceof Credentials.Right right) {
            return new Known(caller(right.account()), right.account().mustChange());
        }
        return outcome instanceof Credentials.TooMany tooMany ? new TooMany(tooMany.retryAfter()) : new Unknown();
    }

    private static Caller caller(Account account) {
        return new Caller(account.name(), account.roles());
    }
}
