package org.peekplatform.core.live.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peekplatform.api.account.User;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.live.wire.LiveFrame;

/** A device that does what the protocol asks of it, and notices when a patch does not fit. */
final class SimulatedDevice implements DeviceWire {
    final Map<String, JsonNode> shown = new HashMap<>();
    final DeviceConnection connection;
    private final Map<String, String> versions = new HashMap<>();
    private final TupleBuffer buffer;

    SimulatedDevice(String name, TupleBuffer buffer) {
        this.buffer = buffer;
        this.connection = new DeviceConnection(name, new DeviceSession("ref", new User(name, Set.of())), this, () -> 0);
    }

    void observe(String key) {
        if (connection.subscription(key).isEmpty()) {
            Optional<Subscription> taken = buffer.subscribe(connection, key, Optional.ofNullable(versions.get(key)));
            taken.filter(connection::add).ifPresent(connection::offer);
        }
    }

    void leave(String key) {
        connection.remove(key).ifPresent(buffer::leave);
    }

    Set<String> observes() {
        return Set.copyOf(connection.keys());
    }

    @Override
    public void send(LiveFrame frame, Runnable sent) {
        try {
            take(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sent.run();
    }

    private void take(LiveFrame frame) throws IOException {
        JsonNode header = Json.read(
                frame.text().split("\n", 2)[0].getBytes(java.nio.charset.StandardCharsets.UTF_8), JsonNode.class);
        String key = header.path("s").asText();
        switch (header.path("t").asText()) {
            case "value" -> {
                shown.put(key, Json.mapper().readTree(frame.body()));
                versions.put(key, header.path("v").asText());
            }
            case "patch" -> {
                if (!header.path("from").asText().equals(versions.get(key))) {
                    throw new AssertionError("a patch from a version that the device does not have: " + frame.text());
                }
                shown.put(key, patched((ArrayNode) shown.get(key), Json.mapper().readTree(frame.body())));
                versions.put(key, header.path("v").asText());
            }
            case "same", "trouble" -> {
                // nothing to show
            }
            default -> throw new AssertionError("unexpected " + frame.text());
        }
    }

    private static ArrayNode patched(ArrayNode list, JsonNode operations) {
        ArrayNode array = list.deepCopy();
        for (JsonNode operation : operations) {
            int index = Integer.parseInt(operation.get("path").asText().substring(1));
            switch (operation.get("op").asText()) {
                case "add" -> array.insert(index, operation.get("value"));
                case "remove" -> array.remove(index);
                default -> array.set(index, operation.get("value"));
            }
        }
        return array;
    }

    @Override
    public void close(CloseReason reason) {
        throw new AssertionError("closed: " + reason);
    }
}
