package org.peekplatform.maven.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The plan of an upload, for a person. */
final class PlanText {
    private PlanText() {}

    /**
     * @param upload what the server answered to an upload
     */
    static List<String> of(JsonNode upload) {
        JsonNode plan = upload.path("plan");
        List<String> lines = new ArrayList<>();
        String from = first(plan, "fromVersion", "from");
        lines.add("plan: " + plan.path("kind").asText() + " " + first(upload, "plugin", "id")
                + (from.isEmpty() ? " " : " " + from + " -> ") + first(plan, "toVersion", "to"));
        add(lines, "", plan.path("steps"));
        add(lines, "restarts ", plan.path("restarts"));
        add(lines, "runs script ", plan.path("migrations"));
        add(lines, "instance ", plan.path("instances"));
        add(lines, "warning: ", plan.path("warnings"));
        if (!plan.path("interruption").asText().isEmpty()) {
            lines.add("  " + plan.path("interruption").asText());
        }
        return lines;
    }

    private static void add(List<String> lines, String prefix, JsonNode values) {
        values.forEach(value -> lines.add("  " + prefix + text(value)));
    }

    /** Entries are sentences, or objects of which one field is. */
    private static String text(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        }
        String known = first(value, "text", "file", "plugin", "instance", "name");
        return known.isEmpty() ? value.toString() : known;
    }

    private static String first(JsonNode node, String... fields) {
        for (String field : fields) {
            if (!node.path(field).asText().isEmpty()) {
                return node.path(field).asText();
            }
        }
        return "";
    }
}
