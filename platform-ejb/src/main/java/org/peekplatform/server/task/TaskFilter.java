package org.peekplatform.server.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peekplatform.api.task.TaskState;

/**
 * Which tasks are meant.
 *
 * @param limit newest first, so many
 */
public record TaskFilter(Optional<TaskState> state, Optional<String> plugin, int limit) {

    String where() {
        List<String> parts = new ArrayList<>();
        state.ifPresent(wanted -> parts.add("state = ?"));
        plugin.ifPresent(wanted -> parts.add("plugin = ?"));
        return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
    }

    List<Object> parameters() {
        List<Object> values = new ArrayList<>();
        state.ifPresent(wanted -> values.add(wanted.name()));
        plugin.ifPresent(values::add);
        return values;
    }
}
