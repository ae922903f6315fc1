package org.peekplatform.plugins.noop.internal.worker;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.peekplatform.api.task.TaskContext;
import org.peekplatform.api.task.TaskProgress;
import org.peekplatform.plugins.noop.internal.tuple.Work;
import org.peekplatform.plugins.noop.internal.tuple.Work.WorkDone;

/** Does work on one instance. */
record Worker(String instance) {

    WorkDone perform(Work work, TaskContext task) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int step = 0; step < work.steps(); step++) {
            task.stopIfCancelled();
            task.progress(new TaskProgress((double) step / work.steps(), step + " of " + work.steps() + " steps"));
            never.await(work.pause().toMillis(), TimeUnit.MILLISECONDS);
        }
        if (task.attempt() < work.failures()) {
            throw new IllegalStateException(
                    "attempt " + (task.attempt() + 1) + " of '" + work.name() + "' fails, as it was told to");
        }
        return new WorkDone(work.name(), instance);
    }
}
