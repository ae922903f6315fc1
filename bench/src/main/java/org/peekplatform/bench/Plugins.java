package org.peekplatform.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.peekplatform.core.kit.PluginArchiveBuilder;

/** Installs and removes plugins as an administrator does, and takes the time. */
final class Plugins {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Api api;

    Plugins(Api api) {
        this.api = api;
    }

    Duration install(PluginArchiveBuilder archive) {
        return install(archive.build().bytes());
    }

    /** Uploads and has it checked first; the time is that from the confirmation to running on all instances. */
    Duration install(byte[] archive) {
        return confirm(upload(archive));
    }

    /** @return id of the checked upload */
    String upload(byte[] archive) {
        return api.post("/api/v1/uploads", BodyPublishers.ofByteArray(archive), 201)
                .path("id")
                .asText();
    }

    Duration confirm(String upload) {
        long began = System.nanoTime();
        ended(api.post("/api/v1/uploads/" + upload + "/install", BodyPublishers.noBody(), 202));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    void uninstall(String id) {
        ended(api.delete("/api/v1/plugins/" + id + "?data=drop", 202));
    }

    /** Removes all plugins; none of them may require another. */
    void uninstallAll() {
        list().forEach(plugin -> uninstall(plugin.path("id").asText()));
    }

    JsonNode list() {
        return api.get("/api/v1/plugins").path("plugins");
    }

    /** Waits until as many plugins run on all their instances. */
    Duration awaitRunning(int number) {
        return Await.timed(
                number + " plugins run", Duration.ofMillis(250), this::list, plugins -> number == count(plugins));
    }

    private static long count(JsonNode plugins) {
        long running = 0;
        for (JsonNode plugin : plugins) {
            boolean everywhere = !plugin.path("instances").isEmpty();
            for (JsonNode on : plugin.path("instances")) {
                everywhere &= on.path("state").asText().equals("RUNNING");
            }
            running += everywhere ? 1 : 0;
        }
        return running;
    }

    private void ended(JsonNode ordered) {
        String path = "/api/v1/operations/" + ordered.path("operation").asText();
        JsonNode operation =
                Await.until("operation ends", PAUSE, () -> api.get(path), seen -> seen.hasNonNull("ended"));
        if (!operation.path("state").asText().equals("DONE")) {
            throw new IllegalStateException("operation failed: " + operation.toPrettyString());
        }
    }
}
