package org.peekplatform.server.account;

/** Hashes passwords and checks them, with the same effort whether the account exists or not. */
public final class Passwords {
    private final Pbkdf2 pbkdf2;
    private final String hashOfNobody;

    Passwords(Pbkdf2 pbkdf2) {
        this.pbkdf2 = pbkdf2;
        this.hashOfNobody = pbkdf2.unmatchable();
    }

    String hash(String password) {
        return pbkdf2.hash(password);
    }

    boolean matches(String password, Credential credential) {
        return pbkdf2.matches(password, credential.passwordHash());
    }

    /** Spends the time of a check, so that answers do not tell which names exist. */
    void checkNobody(String password) {
        pbkdf2.matches(password, hashOfNobody);
    }
}
