package org.peekplatform.client.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie that carries a device's token: not for scripts, not for requests that other sites cause. */
public final class DeviceCookie {
    private static final String NAME = "peek-device";
    private static final int LONGEST = 100;

    private DeviceCookie() {}

    /** Nothing when there are several of that name: one of them was planted by somebody. */
    public static Optional<String> token(HttpServletRequest request) {
        List<String> tokens = Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .toList();
        return tokens.size() == 1 && tokens.get(0).length() <= LONGEST ? Optional.of(tokens.get(0)) : Optional.empty();
    }

    /** Value of {@code Set-Cookie} for a new session. */
    public static String set(String token, Duration life, HttpServletRequest request) {
        return NAME + "=" + token + "; Max-Age=" + life.toSeconds() + attributes(request);
    }

    /** Value of {@code Set-Cookie} that makes the browser forget. */
    public static String clear(HttpServletRequest request) {
        return NAME + "=; Max-Age=0" + attributes(request);
    }

    private static String attributes(HttpServletRequest request) {
        return "; Path=" + request.getContextPath() + "; HttpOnly; SameSite=Strict"
                + (request.isSecure() ? "; Secure" : "");
    }
}
