package org.peekplatform.server.web.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peekplatform.api.task.TaskStatus;
import org.peekplatform.server.task.TaskRow;

/**
 * A task.
 *
 * @param state {@code WAITING}, {@code RUNNING}, {@code DONE}, {@code FAILED} or {@code CANCELLED}
 * @param attempt how often it was tried before
 * @param progress from 0 to 1
 * @param note what its performer said last
 * @param worker the instance that performs it, while it runs
 * @param failure why the last attempt failed
 */
public record TaskView(
        String id,
        String plugin,
        String type,
        String state,
        int priority,
        int attempt,
        double progress,
        String note,
        Optional<String> worker,
        Instant submitted,
        Optional<Instant> ended,
        Optional<String> failure) {

    /** The answer of the list. */
    public record TaskList(List<TaskView> tasks) {}

    /**
     * A task in full.
     *
     * @param input JSON, with asterisks in the place of what the plugin marked as secret
     * @param output JSON, when it is done
     * @param trace where the last attempt failed
     */
    public record Full(TaskView task, String input, Optional<String> output, Optional<String> trace) {}

    /** How many were put back to those that wait. */
    public record Replayed(int replayed) {}

    static TaskView of(TaskRow row, TaskStatus status) {
        return new TaskView(
                row.id(),
                row.kind().plugin(),
                row.kind().type(),
                status.state().name(),
                row.priority(),
                row.attempt(),
                status.progress().done(),
                status.progress().note(),
                status.worker(),
                row.submitted(),
                row.ended(),
                row.failure());
    }
}
