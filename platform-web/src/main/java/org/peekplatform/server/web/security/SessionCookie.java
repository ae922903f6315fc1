package org.peekplatform.server.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie that carries the session's token: not for scripts, not for requests that other sites cause. */
public final class SessionCookie {
    public static final String NAME = "peek-session";
    private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Strict";

    private SessionCookie() {}

    /** Nothing when there are several of that name: one of them was planted by somebody. */
    public static Optional<String> token(HttpServletRequest request) {
        List<String> tokens = Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .toList();
        return tokens.size() == 1 ? Optional.of(tokens.get(0)) : Optional.empty();
    }

    /** Value of {@code Set-Cookie} for a new session. */
    public static String set(String token, HttpServletRequest request) {
        return NAME + "=" + token + ATTRIBUTES + secure(request);
    }

    /** Value of {@code Set-Cookie} that makes the browser forget. */
    public static String clear(HttpServletRequest request) {
        return NAME + "=; Max-Age=0" + ATTRIBUTES + secure(request);
    }

    private static String secure(HttpServletRequest request) {
        return request.isSecure() ? "; Secure" : "";
    }
}
