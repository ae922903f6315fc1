package org.peekplatform.maven.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.peekplatform.core.json.Json;

/** The part of the server's REST API that a deployment needs. */
public final class PlatformClient {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(10);

    private final URI base;
    private final Credentials credentials;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /**
     * @param url of the server, with or without a path before {@code /api/v1}
     */
    public PlatformClient(URI url, Credentials credentials) {
        String text = url.toString();
        this.base = URI.create((text.endsWith("/") ? text : text + "/") + "api/v1/");
        this.credentials = credentials;
    }

    /** Streams the archive; the answer holds the plan. */
    Reply upload(Path archive) throws IOException {
        return send("POST", "uploads", BodyPublishers.ofFile(archive));
    }

    Reply discard(String upload) throws IOException {
        return send("DELETE", "uploads/" + upload, BodyPublishers.noBody());
    }

    /** Starts the installation; the answer names the operation. */
    Reply install(String upload) throws IOException {
        return send("POST", "uploads/" + upload + "/install", BodyPublishers.noBody());
    }

    Reply operation(String id) throws IOException {
        return send("GET", "operations/" + id, BodyPublishers.noBody());
    }

    private Reply send(String method, String path, BodyPublisher body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", credentials.basicHeader())
                .header("Accept", "application/json, application/problem+json")
                .header("Content-Type", "application/zip")
                .method(method, body)
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), tree(response));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the platform");
        }
    }

    private static JsonNode tree(HttpResponse<byte[]> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        boolean json = type.startsWith("application/json") || type.startsWith("application/problem+json");
        return json ? Json.mapper().readTree(response.body()) : MissingNode.getInstance();
    }

    /**
     * What the server said.
     *
     * @param body a missing node when there was no JSON
     */
    record Reply(int status, JsonNode body) {
        boolean ok() {
            return status >= 200 && status < 300;
        }
    }
}
