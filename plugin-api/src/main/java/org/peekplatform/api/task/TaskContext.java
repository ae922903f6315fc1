package org.peekplatform.api.task;

/**
 * The task that is being performed.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public interface TaskContext {

    /** The same in every attempt; a key with which an outside system can see that something is asked of it again. */
    String id();

    /** 0 for the first time; grows when the task is tried again after a failure. */
    int attempt();

    /** Tells how far the task is; seen on the server within two seconds. */
    void progress(TaskProgress progress);

    /**
     * Whether it is in vain to go on: somebody cancelled the task, its time ran out, or the part stops. The thread is
     * interrupted as well.
     */
    boolean cancelled();

    /**
     * @throws TaskCancelledException when it is in vain to go on
     */
    default void stopIfCancelled() {
        if (cancelled()) {
            throw new TaskCancelledException("task '" + id() + "' was told to stop");
        }
    }
}
