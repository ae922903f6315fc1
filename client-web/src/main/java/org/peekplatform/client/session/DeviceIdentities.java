package org.peekplatform.client.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.peekplatform.api.account.User;
import org.peekplatform.core.live.serve.DeviceSession;
import org.peekplatform.core.live.serve.LiveServer;

/** Sessions by token, on the server's word; remembered for a short while, and for longer while the server is away. */
public final class DeviceIdentities {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration WHILE_AWAY = Duration.ofHours(1);
    private static final int REMEMBERED = 50_000;

    private final LiveServer server;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(User user, Instant at) {}

    /** What is known about a token. */
    public sealed interface Answer {}

    public record SignedIn(DeviceSession session) implements Answer {}

    public record Nobody() implements Answer {}

    /** The server is away, and nobody here knows the token. */
    public record Unknown() implements Answer {}

    public DeviceIdentities(LiveServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** Waits for the server's answer when it has to be asked. */
    public Answer find(String token) {
        String ref = ref(token);
        Optional<Known> remembered = Optional.ofNullable(known.get(ref));
        if (remembered.filter(one -> isYounger(one, FRESH)).isPresent()) {
            return signedIn(ref, remembered.get().user());
        }
        try {
            Optional<User> user = server.permit(ref, List.of()).join().user();
            user.ifPresentOrElse(who -> remember(ref, who), () -> known.remove(ref));
            return user.<Answer>map(who -> signedIn(ref, who)).orElseGet(Nobody::new);
        } catch (CompletionException serverAway) {
            return remembered
                    .filter(one -> isYounger(one, WHILE_AWAY))
                    .<Answer>map(one -> signedIn(ref, one.user()))
                    .orElseGet(Unknown::new);
        }
    }

    public void forget(String token) {
        known.remove(ref(token));
    }

    /** What names the session to the server: the token's SHA-256, worth nothing at the doors. */
    public static String ref(String token) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void remember(String ref, User user) {
        if (known.size() >= REMEMBERED) {
            known.values().removeIf(one -> !isYounger(one, FRESH));
        }
        known.put(ref, new Known(user, clock.instant()));
    }

    private boolean isYounger(Known one, Duration age) {
        return clock.instant().isBefore(one.at().plus(age));
    }

    private static SignedIn signedIn(String ref, User user) {
        return new SignedIn(new DeviceSession(ref, user));
    }
}
