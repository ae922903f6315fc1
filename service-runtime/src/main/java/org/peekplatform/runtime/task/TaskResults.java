package org.peekplatform.runtime.task;

import java.util.List;
import java.util.Optional;

/** What became of tasks, many in one message; the server confirms it by an empty answer. */
public record TaskResults(List<Result> results) {
    public static final String KIND = "task.results";

    /** How an attempt ended. */
    public enum Ending {
        /** With a result. */
        DONE,
        /** Its performer threw. */
        FAILED,
        /** It was told to stop, and did. */
        STOPPED,
        /** It was not begun: nobody on this worker performs it now. */
        RETURNED,
        /** It was not begun: too many workers died with it. */
        POISONED
    }

    /**
     * One task.
     *
     * @param millis how long it was performed
     * @param output JSON, when it is done
     * @param failure one line, when it failed
     * @param trace where it failed
     */
    public record Result(
            String id,
            int attempt,
            Ending ending,
            long millis,
            Optional<String> output,
            Optional<String> failure,
            Optional<String> trace) {
        public static Result done(TaskMessage task, long millis, String output) {
            return new Result(
                    task.id(),
                    task.attempt(),
                    Ending.DONE,
                    millis,
                    Optional.of(output),
                    Optional.empty(),
                    Optional.empty());
        }

        public static Result without(
                TaskMessage task, Ending ending, long millis, String failure, Optional<String> trace) {
            return new Result(task.id(), task.attempt(), ending, millis, Optional.empty(), Optional.of(failure), trace);
        }
    }

    public TaskResults {
        results = List.copyOf(results);
    }
}
