package org.peekplatform.api.task;

/**
 * Where a task is in its life.
 *
 * @since 0.1
 */
public enum TaskState {
    /** No worker has begun it, or none has begun it again after a failure. */
    WAITING,
    /** A worker performs it. */
    RUNNING,
    /** It brought a result. */
    DONE,
    /** It brought none, and is not tried again unless somebody asks for it. */
    FAILED,
    /** Somebody ended it. */
    CANCELLED
}
