package org.peekplatform.it.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.peekplatform.core.kit.PluginArchiveBuilder;

/** Orders about plugins, and how the plugins are. */
public final class Plugins {
    /** Two quiet cores need a few seconds; busy ones get more. */
    public static final Duration PATIENCE = Duration.ofSeconds(120);

    private final RestClient rest;

    Plugins(RestClient rest) {
        this.rest = rest;
    }

    /** One of the archives that this repository builds, such as {@code noop}. */
    public static byte[] built(String id) {
        try {
            return Files.readAllBytes(Path.of(System.getProperty("peek." + id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer upload(byte[] archive) {
        return rest.post("/api/v1/plugins", archive);
    }

    /** Installs and waits until it is done; fails when it failed. */
    public void install(byte[] archive) {
        done(upload(archive));
    }

    public void install(PluginArchiveBuilder archive) {
        install(archive.build().bytes());
    }

    public Answer stop(String id) {
        return rest.post("/api/v1/plugins/" + id + "/stop");
    }

    public Answer start(String id) {
        return rest.post("/api/v1/plugins/" + id + "/start");
    }

    /** @param data {@code keep}, {@code export} or {@code drop} */
    public Answer uninstall(String id, String data) {
        return rest.delete("/api/v1/plugins/" + id + "?data=" + data);
    }

    /** Waits until the ordered operation is done; fails when it failed. */
    public JsonNode done(Answer ordered) {
        JsonNode operation = ended(ordered);
        if (!operation.path("state").asText().equals("DONE")) {
            throw new AssertionError("operation failed: " + operation.toPrettyString());
        }
        return operation;
    }

    /** Waits until the ordered operation has failed; gives the reason. */
    public String failed(Answer ordered) {
        JsonNode operation = ended(ordered);
        if (!operation.path("state").asText().equals("FAILED")) {
            throw new AssertionError("operation was expected to fail: " + operation.toPrettyString());
        }
        return operation.path("reason").asText();
    }

    private JsonNode ended(Answer ordered) {
        String id = ordered.expecting(202).json().path("operation").asText();
        return awaitOperation(id, "ends", operation -> operation.hasNonNull("ended"));
    }

    public JsonNode awaitOperation(String id, String what, Predicate<JsonNode> met) {
        return Await.until(
                "operation " + id + " " + what,
                PATIENCE,
                () -> rest.get("/api/v1/operations/" + id).expecting(200).json(),
                met);
    }

    /** Waits until the ordered operation is in the middle of a step; fails when it ended before it was caught there. */
    public void awaitStep(Answer ordered, String step) {
        String id = ordered.expecting(202).json().path("operation").asText();
        awaitOperation(id, "is at '" + step + "'", operation -> {
            if (operation.hasNonNull("ended")) {
                throw new AssertionError("must be caught in the middle: " + operation.toPrettyString());
            }
            JsonNode steps = operation.path("steps");
            JsonNode last = steps.path(steps.size() - 1);
            return last.path("name").asText().equals(step)
                    && last.path("state").asText().equals("RUNNING");
        });
    }

    public Optional<JsonNode> find(String id) {
        Answer answer = rest.get("/api/v1/plugins/" + id);
        return answer.status() == 404
                ? Optional.empty()
                : Optional.of(answer.expecting(200).json());
    }

    /** {@code STATE version} by instance, such as {@code RUNNING 1.0.0}; empty when there is no such plugin. */
    public Map<String, String> states(String id) {
        Map<String, String> states = new TreeMap<>();
        find(id).ifPresent(plugin -> plugin.path("instances")
                .forEach(on -> states.put(
                        on.path("instance").asText(),
                        on.path("state").asText() + " " + on.path("version").asText())));
        return states;
    }

    public JsonNode list() {
        return rest.get("/api/v1/plugins").expecting(200).json().path("plugins");
    }

    /** Uninstalls everything with its data, dependents first. */
    public void removeAll() {
        for (JsonNode left = list(); !left.isEmpty(); left = list()) {
            for (JsonNode plugin : left) {
                if (plugin.path("dependents").isEmpty()) {
                    done(uninstall(plugin.path("id").asText(), "drop"));
                }
            }
        }
    }

    public Expected awaitPlugin(String id) {
        return new Expected(id);
    }

    /** What is expected of a plugin before long. */
    public final class Expected {
        private final String id;

        private Expected(String id) {
            this.id = id;
        }

        /** Running in that version on these instances and on no other. */
        public void running(String version, String... instances) {
            on("RUNNING " + version, instances);
        }

        public void stopped(String version, String... instances) {
            on("STOPPED " + version, instances);
        }

        private void on(String state, String... instances) {
            Map<String, String> expected = new TreeMap<>();
            for (String instance : instances) {
                expected.put(instance, state);
            }
            Await.until("'" + id + "' is " + expected, PATIENCE, () -> states(id), expected::equals);
        }

        public void gone() {
            Await.until("'" + id + "' is gone", PATIENCE, () -> find(id), Optional::isEmpty);
        }
    }
}
