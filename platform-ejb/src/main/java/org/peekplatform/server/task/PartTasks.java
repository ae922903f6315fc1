package org.peekplatform.server.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.peekplatform.api.Registration;
import org.peekplatform.api.task.SubmittedTask;
import org.peekplatform.api.task.TaskCallback;
import org.peekplatform.api.task.TaskOptions;
import org.peekplatform.api.task.TaskStatus;
import org.peekplatform.api.task.TaskType;
import org.peekplatform.api.task.Tasks;
import org.peekplatform.core.task.TaskKind;
import org.peekplatform.runtime.hook.PlatformFactory.Owner;
import org.peekplatform.runtime.part.PartContext;
import org.peekplatform.runtime.task.TaskInput;
import org.peekplatform.runtime.task.TaskStages;

/** The tasks of one part on the server. */
public final class PartTasks implements Tasks {
    private final String plugin;
    private final PartContext context;
    private final Owner owner;
    private final TaskBook book;
    private final TaskStages stages;
    private final CallbackDesk callbacks;

    PartTasks(
            String plugin, PartContext context, Owner owner, TaskBook book, TaskStages stages, CallbackDesk callbacks) {
        this.plugin = plugin;
        this.context = context;
        this.owner = owner;
        this.book = book;
        this.stages = stages;
        this.callbacks = callbacks;
    }

    @Override
    public <I, O> SubmittedTask<O> submit(TaskType<I, O> type, I input, TaskOptions options) {
        TaskKind kind = new TaskKind(plugin, type.name());
        AtomicReference<SubmittedTask<O>> submitted = new AtomicReference<>();
        book.submit(
                UUID.randomUUID().toString(),
                kind,
                TaskInput.of(type, input),
                options,
                id -> submitted.set(new SubmittedTask<>(id, stages.stage(id, type, options.timeout()))));
        return submitted.get();
    }

    @Override
    public <I, O> List<SubmittedTask<O>> submitAll(TaskType<I, O> type, List<I> inputs, TaskOptions options) {
        Map<String, TaskInput> wanted = new LinkedHashMap<>();
        inputs.forEach(input -> wanted.put(UUID.randomUUID().toString(), TaskInput.of(type, input)));
        List<SubmittedTask<O>> submitted = wanted.keySet().stream()
                .map(id -> new SubmittedTask<>(id, stages.stage(id, type, options.timeout())))
                .toList();
        book.submitAll(new TaskKind(plugin, type.name()), wanted, options);
        return submitted;
    }

    @Override
    public Optional<TaskStatus> find(String id) {
        return book.find(plugin, id);
    }

    @Override
    public boolean cancel(String id) {
        return book.cancel(plugin, id);
    }

    @Override
    public <I, O> Registration onResult(TaskType<I, O> type, TaskCallback<O> callback) {
        return owner.own(callbacks.register(new TaskKind(plugin, type.name()), type, callback, context));
    }
}
