package org.peekplatform.core.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.peekplatform.core.problem.Findings;
import org.peekplatform.core.problem.Quoted;

/** What a JSON value must look like before anyone asks what it means. */
sealed interface Shape {
    String UNKNOWN_FIELD = "PEEK-2003";
    String WRONG_SHAPE = "PEEK-2004";

    void check(String path, JsonNode node, Findings findings);

    /** Says so when the node is not of the kind; true when it is. */
    static boolean is(Predicate<JsonNode> kind, String name, String path, JsonNode node, Findings findings) {
        boolean fits = kind.test(node);
        if (!fits) {
            findings.add(
                    WRONG_SHAPE,
                    "plugin.json: " + path + " is " + Quoted.of(node.toString()) + ", must be " + name
                            + ". Nothing was changed. Write " + name + " there.");
        }
        return fits;
    }

    /** The text is no longer than allowed and holds no control characters but line breaks and tabs. */
    record Text(int maxLength) implements Shape {
        @Override
        public void check(String path, JsonNode node, Findings findings) {
            if (is(JsonNode::isTextual, "a text", path, node, findings)) {
                String text = node.textValue();
                if (text.length() > maxLength) {
                    findings.add(
                            WRONG_SHAPE,
                            "plugin.json: " + path + " has " + text.length() + " characters, at most " + maxLength
                                    + " are allowed. Nothing was changed. Shorten it.");
                }
                if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
                    findings.add(
                            WRONG_SHAPE,
                            "plugin.json: " + path + " is " + Quoted.of(text)
                                    + ", control characters are not allowed. Nothing was changed. Remove them.");
                }
            }
        }
    }

    /** True or false. */
    record Flag() implements Shape {
        @Override
        public void check(String path, JsonNode node, Findings findings) {
            is(JsonNode::isBoolean, "true or false", path, node, findings);
        }
    }

    /** A list. */
    record Items(Shape each) implements Shape {
        @Override
        public void check(String path, JsonNode node, Findings findings) {
            if (is(JsonNode::isArray, "a list", path, node, findings)) {
                for (int i = 0; i < node.size(); i++) {
                    each.check(path + "[" + i + "]", node.get(i), findings);
                }
            }
        }
    }

    /** An object with free keys. */
    record Entries(Shape each) implements Shape {
        @Override
        public void check(String path, JsonNode node, Findings findings) {
            if (is(JsonNode::isObject, "an object", path, node, findings)) {
                node.properties().forEach(field -> each.check(path + "." + field.getKey(), field.getValue(), findings));
            }
        }
    }

    /** An object with known keys; none of them has to be there. */
    record Fields(Map<String, Shape> known) implements Shape {
        @Override
        public void check(String path, JsonNode node, Findings findings) {
            if (is(JsonNode::isObject, "an object", path.isEmpty() ? "the file" : path, node, findings)) {
                node.properties().forEach(field -> {
                    String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                    if (known.containsKey(field.getKey())) {
                        known.get(field.getKey()).check(name, field.getValue(), findings);
                    } else {
                        findings.add(
                                UNKNOWN_FIELD,
                                "plugin.json: field " + Quoted.of(name) + " is not known here. "
                                        + "Nothing was changed. Known are "
                                        + String.join(", ", new TreeSet<>(known.keySet()))
                                        + ": correct the name or remove it.");
                    }
                });
            }
        }
    }
}
