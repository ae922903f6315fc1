package org.peekplatform.core.kit.template.internal.worker;

import jakarta.enterprise.context.ApplicationScoped;
import org.peekplatform.api.hook.WorkerHook;
import org.peekplatform.api.hook.WorkerPlatform;
import org.peekplatform.core.kit.template.internal.common.Behaviour;

/** Hook on the worker. */
@ApplicationScoped
public class WorkerPart implements WorkerHook {
    @Override
    public void start(WorkerPlatform platform) {
        new Behaviour().start(platform);
    }

    @Override
    public void stop(WorkerPlatform platform) {
        new Behaviour().stop(platform);
    }
}
