package org.peekplatform.server.task;

import java.time.Instant;
import org.peekplatform.api.task.TaskOptions;
import org.peekplatform.core.task.TaskKind;
import org.peekplatform.core.task.TaskTicket;
import org.peekplatform.runtime.task.TaskInput;
import org.peekplatform.runtime.task.TaskMessage;

/** A task that was just submitted. */
record NewTask(String id, long seq, TaskKind kind, TaskInput input, TaskOptions options, Instant submitted) {

    Instant notBefore() {
        return submitted.plus(options.delay());
    }

    Instant deadline() {
        return submitted.plus(options.timeout());
    }

    TaskTicket ticket() {
        return new TaskTicket(id, kind, options.priority(), seq, 0);
    }

    TaskMessage message() {
        return new TaskMessage(id, kind.plugin(), kind.type(), 0, options.timeout(), input.text());
    }
}
