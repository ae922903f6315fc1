package org.peekplatform.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.peekplatform.core.json.Json;

/** The server's REST API, asked by the administrator. */
final class Api {
    private static final String NAME = "admin";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI server;
    private final String authorization;
    private final String password;

    Api(URI server, String password) {
        this.server = server;
        this.password = password;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString((NAME + ":" + password).getBytes(UTF_8));
    }

    /** Puts a password in the place of the one-time password that this caller has. */
    Api withPassword(String replacement) {
        send("PUT", "/api/v1/session/password", json(Map.of("current", password, "replacement", replacement)), 200);
        return new Api(server, replacement);
    }

    JsonNode get(String path) {
        return send("GET", path, BodyPublishers.noBody(), 200);
    }

    JsonNode post(String path, BodyPublisher body, int expected) {
        return send("POST", path, body, expected);
    }

    JsonNode delete(String path, int expected) {
        return send("DELETE", path, BodyPublishers.noBody(), expected);
    }

    /** A request for a page with the cookie of a session, as a browser sends it. */
    HttpRequest page(String path) {
        HttpResponse<byte[]> signedIn = exchange(HttpRequest.newBuilder(server.resolve("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(json(Map.of("name", NAME, "password", password)))
                .build());
        String cookie =
                signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Cookie", cookie)
                .build();
    }

    private JsonNode send(String method, String path, BodyPublisher body, int expected) {
        boolean archive = method.equals("POST");
        HttpResponse<byte[]> response = exchange(HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Content-Type", archive ? "application/zip" : "application/json")
                .method(method, body)
                .build());
        if (response.statusCode() != expected) {
            throw new IllegalStateException(method + " " + path + " answered " + response.statusCode() + ", expected "
                    + expected + ": " + new String(response.body(), UTF_8));
        }
        try {
            return Json.mapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(request + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(Json.write(body));
    }
}
