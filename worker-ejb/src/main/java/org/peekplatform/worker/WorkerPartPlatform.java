package org.peekplatform.worker;

import org.peekplatform.api.PluginInfo;
import org.peekplatform.api.Service;
import org.peekplatform.api.call.Calls;
import org.peekplatform.api.hook.WorkerPlatform;
import org.peekplatform.api.task.TaskDesk;
import org.peekplatform.runtime.hook.PartPlatform;
import org.peekplatform.runtime.hook.PlatformFactory.Owner;

/** The platform object of a worker part: what every part gets, and where it says which tasks it performs. */
final class WorkerPartPlatform extends PartPlatform implements WorkerPlatform {
    private final TaskDesk tasks;

    WorkerPartPlatform(PluginInfo plugin, String instance, Calls calls, TaskDesk tasks, Owner owner) {
        super(plugin, Service.WORKER, instance, calls, owner);
        this.tasks = tasks;
    }

    @Override
    public TaskDesk tasks() {
        return tasks;
    }
}
