package org.peekplatform.server.web.security;

import java.time.Duration;
import java.util.Optional;

/** What the gate has to know about people. */
public interface Identities {
    /** The session of this token, unless it is over. */
    Optional<SignedIn> bySession(String token);

    /** Whoever this name and password belong to. Throttled. */
    PasswordAnswer byPassword(String name, String password, String address);

    /**
     * @param csrf what changes made by cookie must carry
     * @param mustChange nothing but changing the password is allowed
     */
    record SignedIn(Caller caller, String csrf, boolean mustChange) {}

    sealed interface PasswordAnswer {}

    record Known(Caller caller, boolean mustChange) implements PasswordAnswer {}

    record Unknown() implements PasswordAnswer {}

    record TooMany(Duration retryAfter) implements PasswordAnswer {}
}
