package org.peekplatform.runtime.task;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A task on its way to a worker.
 *
 * @param id under which the server waits for the result
 */
public record TaskMessage(String id, String plugin, String type, JsonNode input) {
    public static final String KIND = "task";
}
