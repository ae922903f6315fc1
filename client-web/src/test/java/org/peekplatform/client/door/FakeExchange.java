package org.peekplatform.client.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request and its answer, as far as the doors look at them. */
final class FakeExchange {
    final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final List<Cookie> cookies = new ArrayList<>();
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    String scheme = "https";
    int status = 200;
    private final String method;

    private FakeExchange(String method) {
        this.method = method;
        with("Host", "peek.example.com");
    }

    static FakeExchange get() {
        return new FakeExchange("GET");
    }

    static FakeExchange post() {
        return new FakeExchange("POST");
    }

    /** What a browser sends to open a WebSocket. */
    static FakeExchange handshake() {
        return get().with("Upgrade", "websocket").with("Connection", "Upgrade");
    }

    FakeExchange with(String header, String value) {
        headers.computeIfAbsent(header, h -> new ArrayList<>()).add(value);
        return this;
    }

    FakeExchange without(String header) {
        headers.remove(header);
        return this;
    }

    FakeExchange token(String token) {
        cookies.add(new Cookie("peek-device", token));
        return this;
    }

    HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getScheme" -> scheme;
                    case "getContextPath" -> "/client";
                    case "getRemoteAddr" -> "192.0.2.7";
                    case "isSecure" -> scheme.equals("https");
                    case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
                    case "getHeader" ->
                        headers.getOrDefault(arguments[0], List.of()).stream()
                                .findFirst()
                                .orElse(null);
                    case "getHeaders" -> Collections.enumeration(headers.getOrDefault(arguments[0], List.of()));
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, called, arguments) -> {
                    switch (called.getName()) {
                        case "setStatus" -> status = (int) arguments[0];
                        case "getOutputStream" -> {
                            return new Body();
                        }
                        case "setHeader", "setContentType" -> {
                            // not looked at
                        }
                        default -> throw new UnsupportedOperationException(called.getName());
                    }
                    return null;
                });
    }

    String text() {
        return body.toString(UTF_8);
    }

    private final class Body extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int octet) {
            body.write(octet);
        }
    }
}
