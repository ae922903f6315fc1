package org.peekplatform.it.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A device where WebSocket is blocked: it hears server-sent events and posts what it has to say. */
public final class FallbackDevice implements AutoCloseable {
    private final RestClient session;
    private final Stream<String> lines;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    public FallbackDevice(RestClient session) {
        this.session = session;
        HttpRequest.Builder request = HttpRequest.newBuilder(session.uri("/client/fallback/events?device=fallback"));
        session.headers().forEach(request::setHeader);
        try {
            lines = HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.ofLines())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        new Thread(this::read, "events").start();
    }

    private void read() {
        StringBuilder message = new StringBuilder();
        try {
            lines.forEach(line -> {
                if (line.isEmpty()) {
                    messages.add(message.toString());
                    message.setLength(0);
                } else if (!line.startsWith(":")) {
                    message.append(line.substring("data: ".length())).append('\n');
                }
            });
        } catch (UncheckedIOException ended) {
            messages.add("ended: " + ended.getMessage());
        }
    }

    /** @param message header and body, a line each */
    public void send(String message) {
        String welcome = awaitMessage("welcome", m -> m.contains("\"t\":\"welcome\""));
        String connection = welcome.replaceFirst("(?s).*\"connection\":\"([^\"]+)\".*", "$1");
        session.send(
                        "POST",
                        "/client/fallback/messages",
                        BodyPublishers.ofString(message),
                        Map.of("X-Peek-Connection", connection, "Content-Type", "application/json"))
                .expecting(202);
    }

    /** Waits for a message, header and body, that has come or will. */
    public String awaitMessage(String what, Predicate<String> met) {
        return Await.until(
                        what,
                        Plugins.PATIENCE,
                        () -> messages,
                        seen -> seen.stream().anyMatch(met))
                .stream()
                .filter(met)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        lines.close();
    }
}
