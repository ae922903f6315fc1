package org.peekplatform.runtime.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.peekplatform.api.task.Secret;
import org.peekplatform.api.task.TaskType;
import org.peekplatform.core.json.Json;

/**
 * The input of a task.
 *
 * @param text JSON
 * @param shown the same as people may see it, with asterisks in the place of what is marked as secret, when that differs
 */
public record TaskInput(String text, Optional<String> shown) {
    /** What a row and a message carry without harm. */
    public static final int MOST = 1024 * 1024;

    private static final String MASK = "****";

    public static TaskInput of(TaskType<?, ?> type, Object value) {
        JsonNode tree = Json.mapper().valueToTree(value);
        String text = text(tree, "the input of task '" + type.name() + "'");
        return new TaskInput(text, mask(value, tree) ? Optional.of(tree.toString()) : Optional.empty());
    }

    /**
     * Anything that is sent as JSON with a task.
     *
     * @throws IllegalArgumentException when it is too large
     */
    public static String text(JsonNode tree, String what) {
        String text = tree.toString();
        if (text.length() > MOST) {
            throw new IllegalArgumentException(
                    "PEEK-4011 " + what + " has " + text.length() + " characters as JSON, at most " + MOST
                            + " travel. Put the data into a table and hand over its key.");
        }
        return text;
    }

    private static boolean mask(Object value, JsonNode tree) {
        if (value instanceof List<?> list && tree instanceof ArrayNode array) {
            boolean masked = false;
            for (int i = 0; i < list.size() && i < array.size(); i++) {
                masked |= mask(list.get(i), array.get(i));
            }
            return masked;
        }
        if (value == null || !value.getClass().isRecord() || !(tree instanceof ObjectNode object)) {
            return false;
        }
        return Arrays.stream(value.getClass().getRecordComponents())
                .filter(component -> object.hasNonNull(component.getName()))
                .map(component -> mask(value, component, object))
                .reduce(false, Boolean::logicalOr);
    }

    private static boolean mask(Object value, RecordComponent component, ObjectNode object) {
        if (component.isAnnotationPresent(Secret.class)) {
            object.put(component.getName(), MASK);
            return true;
        }
        return mask(valueOf(value, component), object.get(component.getName()));
    }

    private static Object valueOf(Object record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("PEEK-4012 " + component + " cannot be read", e);
        }
    }
}
