package org.peekplatform.it.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.LinkedHashMap;
import java.util.Map;
import org.peekplatform.core.json.Json;

/** One caller of the server: nobody, a name with its password, or a browser's session. */
public final class RestClient {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI server;
    private final Map<String, String> headers;

    private RestClient(URI server, Map<String, String> headers) {
        this.server = server;
        this.headers = headers;
    }

    static RestClient nobody(URI server) {
        return new RestClient(server, Map.of());
    }

    static RestClient basic(URI server, String name, String password) {
        String both = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
        return new RestClient(server, Map.of("Authorization", "Basic " + both));
    }

    /** Signs in as a browser does; its requests carry the cookie, the origin and the CSRF token. */
    static RestClient session(URI server, String name, String password) {
        Answer signedIn = nobody(server)
                .send("POST", "/api/v1/session", json(Map.of("name", name, "password", password)), JSON)
                .expecting(200);
        String cookie =
                signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cookie", cookie);
        headers.put("Origin", server.toString());
        headers.put("X-Peek-Csrf", signedIn.json().path("csrf").asText());
        return new RestClient(server, headers);
    }

    /** Signs in on a client service as a device does; its requests carry the cookie and the origin. */
    static RestClient device(URI client, String name, String password) {
        RestClient nobody = nobody(client).with("Origin", client.toString());
        Answer signedIn = nobody.send("POST", "/client/session", json(Map.of("name", name, "password", password)), JSON)
                .expecting(200);
        return nobody.with(
                "Cookie",
                signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0]);
    }

    /** Where a path is for this caller. */
    public URI uri(String path) {
        return server.resolve(path);
    }

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /** The same caller with one header otherwise, or without it. */
    public RestClient with(String header, String value) {
        Map<String, String> other = new LinkedHashMap<>(headers);
        other.put(header, value);
        return new RestClient(server, other);
    }

    public RestClient without(String header) {
        Map<String, String> other = new LinkedHashMap<>(headers);
        other.remove(header);
        return new RestClient(server, other);
    }

    /** Headers that prove who this is. */
    public Map<String, String> headers() {
        return headers;
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody(), Map.of());
    }

    public Answer post(String path, byte[] archive) {
        return send("POST", path, BodyPublishers.ofByteArray(archive), Map.of("Content-Type", "application/zip"));
    }

    public Answer post(String path, Map<String, ?> body) {
        return send("POST", path, json(body), JSON);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, json(body), JSON);
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    public Answer send(String method, String path, BodyPublisher body, Map<String, String> more) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).method(method, body);
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(Json.write(body));
    }
}
