package org.peekplatform.server.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.peekplatform.api.PeekException;

/**
 * Passwords that were right within the last minute, so that a polling client does not pay for PBKDF2 at each call. Holds
 * keyed digests only, with a key that lives as long as this object. The stored hash is part of the digest: a changed
 * password is unknown at once.
 */
public final class RecentCredentials {
    static final Duration REMEMBERED_FOR = Duration.ofSeconds(60);
    private static final int LIMIT = 1_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final Clock clock;
    private final SecretKeySpec key = new SecretKeySpec(Tokens.random().getBytes(StandardCharsets.US_ASCII), ALGORITHM);
    private final Map<String, Instant> until = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > LIMIT;
        }
    };

    public RecentCredentials(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean knows(Credential stored, String password) {
        Instant end = until.getOrDefault(digest(stored, password), Instant.MIN);
        return clock.instant().isBefore(end);
    }

    synchronized void remember(Credential stored, String password) {
        Instant now = clock.instant();
        until.values().removeIf(end -> !now.isBefore(end));
        until.put(digest(stored, password), now.plus(REMEMBERED_FOR));
    }

    private String digest(Credential stored, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // Neither a name nor a stored hash holds a line feed, so no two inputs run together.
            String input = stored.account().name() + '\n' + stored.passwordHash() + '\n' + password;
            return Base64.getEncoder().encodeToString(mac.doFinal(input.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new PeekException(
                    "PEEK-5021", "This Java has no HMAC-SHA-256. Nobody can sign in. Use a complete JDK 17.", e);
        }
    }
}
