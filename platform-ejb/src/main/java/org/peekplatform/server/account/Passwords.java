package org.peekplatform.server.account;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Hashes passwords and checks them, with the same effort whether the account exists or not. */
public final class Passwords {
    /**
     * PBKDF2 with HMAC-SHA-512, 210,000 rounds and a salt of 32 bytes: OWASP Password Storage Cheat Sheet, 2023. Each hash
     * carries its own parameters, so these may grow without locking anybody out.
     */
    public static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "32");

    private final Pbkdf2PasswordHash pbkdf2;
    private final String hashOfNobody;

    public Passwords(Pbkdf2PasswordHash pbkdf2) {
        this.pbkdf2 = pbkdf2;
        pbkdf2.initialize(PARAMETERS);
        this.hashOfNobody = hash(Tokens.random());
    }

    String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    boolean matches(String password, Credential credential) {
        return pbkdf2.verify(password.toCharArray(), credential.passwordHash());
    }

    /** Spends the time of a check, so that answers do not tell which names exist. */
    void checkNobody(String password) {
        pbkdf2.verify(password.toCharArray(), hashOfNobody);
    }
}
