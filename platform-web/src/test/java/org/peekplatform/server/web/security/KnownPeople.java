package org.peekplatform.server.web.security;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two people: ann with a session and a password, and otto, whose password is a one-time one. */
final class KnownPeople implements Identities {
    static final String CSRF = "word";

    private static final Map<String, SignedIn> SESSIONS = Map.of(
            "token-ann", new SignedIn(new Caller("ann", Set.of("admin")), CSRF, false),
            "token-otto", new SignedIn(new Caller("otto", Set.of("admin")), CSRF, true));

    @Override
    public Optional<SignedIn> bySession(String token) {
        return Optional.ofNullable(SESSIONS.get(token));
    }

    @Override
    public PasswordAnswer byPassword(String name, String password, String address) {
        if (name.equals("many")) {
            return new TooMany(Duration.ofMillis(29_001));
        }
        return password.equals("secret of " + name)
                ? new Known(new Caller(name, Set.of("admin")), name.equals("otto"))
                : new Unknown();
    }
}
