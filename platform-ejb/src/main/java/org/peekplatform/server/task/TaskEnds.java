package org.peekplatform.server.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.peekplatform.server.task.TaskTable.End;

/** Who hears that tasks ended: after it is written. */
final class TaskEnds {
    private final List<Consumer<End>> listeners = new CopyOnWriteArrayList<>();

    void hear(Consumer<End> listener) {
        listeners.add(listener);
    }

    void ended(End end) {
        listeners.forEach(listener -> listener.accept(end));
    }
}
