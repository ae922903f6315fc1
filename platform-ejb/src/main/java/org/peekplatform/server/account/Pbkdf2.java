package org.peekplatform.server.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.peekplatform.api.PeekException;

/**
 * PBKDF2 by the JDK, written down as Jakarta Security's {@code Pbkdf2PasswordHash} does: algorithm, rounds, salt and key
 * with colons between. Each hash carries its own parameters, so these may grow without locking anybody out.
 */
final class Pbkdf2 {
    /** With 210,000 rounds: OWASP Password Storage Cheat Sheet, 2023. */
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

    static final int ROUNDS = 210_000;
    private static final int SALT_BYTES = 32;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int rounds;

    /** @param rounds for new hashes: {@link #ROUNDS}, fewer in tests only */
    Pbkdf2(int rounds) {
        this.rounds = rounds;
    }

    String hash(String password) {
        byte[] salt = random(SALT_BYTES);
        return new Stored(ALGORITHM, rounds, salt, key(ALGORITHM, password, salt, rounds, KEY_BYTES)).text();
    }

    /** A text that no password leads to and that costs as much to check as any other; nothing is hashed for it. */
    String unmatchable() {
        return new Stored(ALGORITHM, rounds, random(SALT_BYTES), random(KEY_BYTES)).text();
    }

    boolean matches(String password, String hash) {
        Stored stored = Stored.read(hash);
        byte[] key = key(stored.algorithm, password, stored.salt, stored.rounds, stored.key.length);
        return MessageDigest.isEqual(stored.key, key);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] key(String algorithm, String password, byte[] salt, int rounds, int bytes) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, bytes * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(algorithm).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new PeekException(
                    "PEEK-5024",
                    "This Java does not know " + algorithm + ". Nobody whose password is"
                            + " stored so can sign in. Use a complete JDK 17.",
                    e);
        } finally {
            spec.clearPassword();
        }
    }

    private record Stored(String algorithm, int rounds, byte[] salt, byte[] key) {
        static Stored read(String text) {
            String[] parts = text.split(":", -1);
            Base64.Decoder base64 = Base64.getDecoder();
            return new Stored(parts[0], Integer.parseInt(parts[1]), base64.decode(parts[2]), base64.decode(parts[3]));
        }

        String text() {
            Base64.Encoder base64 = Base64.getEncoder();
            return algorithm + ':' + rounds + ':' + base64.encodeToString(salt) + ':' + base64.encodeToString(key);
        }
    }
}
