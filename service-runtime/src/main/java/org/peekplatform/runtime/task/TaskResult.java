package org.peekplatform.runtime.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What became of a task.
 *
 * @param output absent when it failed
 * @param failure why, when it did
 */
public record TaskResult(String id, Optional<JsonNode> output, Optional<String> failure) {
    public static final String KIND = "task.result";

    public TaskResult {
        output = output == null ? Optional.empty() : output;
        failure = failure == null ? Optional.empty() : failure;
    }
}
