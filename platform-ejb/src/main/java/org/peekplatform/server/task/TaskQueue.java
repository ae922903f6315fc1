package org.peekplatform.server.task;

import java.util.Set;
import org.peekplatform.runtime.link.LinkException;
import org.peekplatform.runtime.task.TaskMessage;

/** The queue from which the workers take tasks. */
public interface TaskQueue {

    /** @throws LinkException when the broker did not take it */
    void send(TaskMessage task, int priority);

    /**
     * Ids of the tasks that wait in the queue.
     *
     * @throws LinkException when the broker does not say
     */
    Set<String> waiting();
}
