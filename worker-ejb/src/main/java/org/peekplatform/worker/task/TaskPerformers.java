package org.peekplatform.worker.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.peekplatform.api.Registration;
import org.peekplatform.api.task.TaskDesk;
import org.peekplatform.api.task.TaskPerformer;
import org.peekplatform.api.task.TaskType;
import org.peekplatform.core.json.Json;
import org.peekplatform.runtime.hook.PlatformFactory.Owner;
import org.peekplatform.runtime.part.PartContext;
import org.peekplatform.runtime.task.TaskMessage;
import org.peekplatform.runtime.task.TaskResult;

/** Who performs which task on this worker. */
public final class TaskPerformers {
    private static final Logger LOG = System.getLogger(TaskPerformers.class.getName());

    private final Map<Key, Performer> performers = new ConcurrentHashMap<>();

    private record Key(String plugin, String type) {}

    @FunctionalInterface
    private interface Performer {
        JsonNode perform(JsonNode input) throws Exception;
    }

    public TaskDesk desk(String plugin, PartContext context, Owner owner) {
        return new TaskDesk() {
            @Override
            public <I, O> Registration perform(TaskType<I, O> type, TaskPerformer<I, O> performer) {
                return owner.own(register(new Key(plugin, type.name()), input -> {
                    I value = Json.mapper().treeToValue(input, type.input());
                    return Json.mapper().valueToTree(context.call(() -> performer.perform(value)));
                }));
            }
        };
    }

    private Registration register(Key key, Performer performer) {
        if (performers.putIfAbsent(key, performer) != null) {
            throw new IllegalStateException("PEEK-4002 plugin '" + key.plugin() + "' performs task '" + key.type()
                    + "' already. Close the first registration before you perform it again.");
        }
        return () -> performers.remove(key, performer);
    }

    /** Does a task. Empty when nobody here performs it (yet): the broker then offers it again. */
    public Optional<TaskResult> perform(TaskMessage task) {
        Performer performer = performers.get(new Key(task.plugin(), task.type()));
        if (performer == null) {
            return Optional.empty();
        }
        try {
            JsonNode output = performer.perform(task.input());
            return Optional.of(new TaskResult(task.id(), Optional.of(output), Optional.empty()));
        } catch (Exception failed) { // the rim: a task that throws is answered as failed, not offered again
            LOG.log(
                    Level.WARNING,
                    () -> "PEEK-4003 task '" + task.type() + "' of plugin '" + task.plugin() + "' failed, id "
                            + task.id(),
                    failed);
            return Optional.of(new TaskResult(task.id(), Optional.empty(), Optional.of(String.valueOf(failed))));
        }
    }
}
