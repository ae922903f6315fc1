package org.peekplatform.worker.task;

import java.util.Optional;
import org.peekplatform.api.Registration;
import org.peekplatform.api.task.SubmittedTask;
import org.peekplatform.api.task.TaskDesk;
import org.peekplatform.api.task.TaskOptions;
import org.peekplatform.api.task.TaskPerformer;
import org.peekplatform.api.task.TaskStatus;
import org.peekplatform.api.task.TaskType;
import org.peekplatform.core.task.TaskKind;
import org.peekplatform.runtime.hook.PlatformFactory.Owner;
import org.peekplatform.runtime.part.PartContext;

/** The tasks of one part on a worker. */
final class PartTaskDesk implements TaskDesk {
    private final String plugin;
    private final PartContext context;
    private final Owner owner;
    private final TaskPerformers performers;
    private final Runnable changed;
    private final TaskBench bench;
    private final SubmissionDesk submissions;

    PartTaskDesk(
            String plugin,
            PartContext context,
            Owner owner,
            TaskPerformers performers,
            Runnable changed,
            TaskBench bench,
            SubmissionDesk submissions) {
        this.plugin = plugin;
        this.context = context;
        this.owner = owner;
        this.performers = performers;
        this.changed = changed;
        this.bench = bench;
        this.submissions = submissions;
    }

    @Override
    public <I, O> Registration perform(TaskType<I, O> type, TaskPerformer<I, O> performer) {
        TaskKind kind = new TaskKind(plugin, type.name());
        Registration registered = performers.register(kind, type, performer, context);
        changed.run();
        return owner.own(() -> {
            registered.close();
            changed.run();
            bench.stop(kind);
        });
    }

    @Override
    public <I, O> SubmittedTask<O> submit(TaskType<I, O> type, I input, TaskOptions options) {
        return submissions.submit(plugin, type, input, options);
    }

    @Override
    public Optional<TaskStatus> find(String id) {
        return submissions.find(plugin, id);
    }

    @Override
    public boolean cancel(String id) {
        return submissions.cancel(plugin, id);
    }
}
