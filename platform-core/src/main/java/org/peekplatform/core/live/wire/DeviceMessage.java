package org.peekplatform.core.live.wire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.peekplatform.core.json.Json;

/** What a device says. Its text is hostile until it was read here. */
public sealed interface DeviceMessage {
    /** Items of one observe. */
    int MOST_ITEMS = 200;

    record Hello(int protocol, String device) implements DeviceMessage {
        public Hello {
            Check.identifier("device", device);
        }
    }

    record Observe(List<Item> items) implements DeviceMessage {
        public Observe {
            items = List.copyOf(items);
            Check.require(items.size() <= MOST_ITEMS, "more than " + MOST_ITEMS + " items");
        }
    }

    /** @param v version that the device has */
    record Item(String s, Optional<String> v) {
        public Item {
            requireNonNull(s, "s is missing");
            v = v == null ? Optional.empty() : v;
        }
    }

    record Unobserve(List<String> s) implements DeviceMessage {
        public Unobserve {
            s = List.copyOf(s);
        }
    }

    record Whole(String s) implements DeviceMessage {
        public Whole {
            requireNonNull(s, "s is missing");
        }
    }

    /** @param n grows with every action of the device to this plugin */
    record Act(String id, String a, long n, byte[] body) implements DeviceMessage {
        public Act {
            Check.identifier("id", id);
            Check.type("a", a);
        }
    }

    /** @param timeout milliseconds */
    record Ask(String id, String q, long timeout, byte[] body) implements DeviceMessage {
        public Ask {
            Check.identifier("id", id);
            Check.type("q", q);
            Check.require(timeout > 0 && timeout <= 60_000, "timeout is not between 1 and 60000 ms");
        }
    }

    record Cancel(String id) implements DeviceMessage {
        public Cancel {
            Check.identifier("id", id);
        }
    }

    record Beat() implements DeviceMessage {}

    /** Not this protocol. */
    record Malformed(String reason) implements DeviceMessage {}

    /** @param text header, line feed, body */
    static DeviceMessage read(String text) {
        int end = text.indexOf('\n');
        String body = end < 0 ? "" : text.substring(end + 1);
        try {
            JsonNode header = Json.mapper().readTree(end < 0 ? text : text.substring(0, end));
            return read(header, body.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return new Malformed("the header is not what it should be: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | NullPointerException e) {
            return new Malformed(String.valueOf(e.getMessage()));
        }
    }

    private static DeviceMessage read(JsonNode header, byte[] body) throws JsonProcessingException {
        String type = header.path("t").asText();
        return switch (type) {
            case "hello" -> as(header, Hello.class);
            case "observe" -> as(header, Observe.class);
            case "unobserve" -> as(header, Unobserve.class);
            case "whole" -> as(header, Whole.class);
            case "act" -> new Act(text(header, "id"), text(header, "a"), number(header, "n"), body);
            case "ask" -> new Ask(text(header, "id"), text(header, "q"), number(header, "timeout"), body);
            case "cancel" -> as(header, Cancel.class);
            case "beat" -> new Beat();
            default -> new Malformed("there is no message '" + type + "'");
        };
    }

    private static <T> T as(JsonNode header, Class<T> type) throws JsonProcessingException {
        return Json.mapper().treeToValue(header, type);
    }

    private static String text(JsonNode header, String field) {
        return header.path(field).asText();
    }

    private static long number(JsonNode header, String field) {
        JsonNode number = header.path(field);
        Check.require(number.canConvertToExactIntegral() && number.canConvertToLong(), field + " is no whole number");
        return number.asLong();
    }

    /** The rules of fields. */
    final class Check {
        private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9-]{1,64}");
        private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{1,39}\\.[A-Za-z][A-Za-z0-9]{0,59}");

        private Check() {}

        static void identifier(String field, String value) {
            require(value != null && IDENTIFIER.matcher(value).matches(), field + " is not 1 to 64 letters, digits, -");
        }

        static void type(String field, String value) {
            require(value != null && TYPE.matcher(value).matches(), field + " is not <plugin>.<Name>");
        }

        static void require(boolean met, String otherwise) {
            if (!met) {
                throw new IllegalArgumentException(otherwise);
            }
        }
    }
}
