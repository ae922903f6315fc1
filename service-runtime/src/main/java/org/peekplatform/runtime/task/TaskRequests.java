package org.peekplatform.runtime.task;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peekplatform.api.task.TaskOptions;
import org.peekplatform.api.task.TaskState;
import org.peekplatform.api.task.TaskStatus;

/** What workers ask of the server about tasks, and what it tells them. */
public final class TaskRequests {
    /** A worker's {@link org.peekplatform.core.task.TaskBeat}. */
    public static final String BEAT = "task.beat";
    /** {@link Submit}; answered by {@link Submitted}. */
    public static final String SUBMIT = "task.submit";
    /** {@link Named}; answered by {@link Found}. */
    public static final String FIND = "task.find";
    /** {@link Named}; answered by {@link Cancelled}. */
    public static final String CANCEL = "task.cancel";
    /** To workers: {@link Stop}. */
    public static final String STOP = "task.stop";
    /** To the worker that submitted it: {@link Ended}. */
    public static final String ENDED = "task.ended";

    private TaskRequests() {}

    /**
     * @param id of the new task
     * @param input JSON
     * @param shown the same as people may see it, when that differs
     */
    public record Submit(
            UUID id, String plugin, String type, String input, Optional<String> shown, TaskOptions options) {}

    /** @param id of the task, or of the equal one that was there */
    public record Submitted(String id) {}

    public record Named(String plugin, String id) {}

    public record Found(Optional<TaskStatus> status) {}

    public record Cancelled(boolean done) {}

    /** Tasks whose results nobody wants any more. */
    public record Stop(List<String> ids) {}

    /** What became of a task that a worker submitted. */
    public record Ended(String id, TaskState state, Optional<String> output, Optional<String> failure) {}
}
