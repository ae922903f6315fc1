package org.peekplatform.plugins.noop.internal.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.peekplatform.api.hook.WorkerHook;
import org.peekplatform.api.hook.WorkerPlatform;
import org.peekplatform.plugins.noop.internal.tuple.Addition;
import org.peekplatform.plugins.noop.internal.tuple.Addition.Sum;
import org.peekplatform.plugins.noop.internal.tuple.Work;
import org.peekplatform.plugins.noop.internal.tuple.WorkerDiary;

/** Entry on the worker. */
@ApplicationScoped
public class NoopWorker implements WorkerHook {
    @Inject
    Diary diary;

    @Override
    public void load(WorkerPlatform platform) {
        platform.calls().provide(WorkerDiary.class, new DiaryDoor(diary, platform.instance()));
    }

    @Override
    public void start(WorkerPlatform platform) {
        String instance = platform.instance();
        platform.tasks().perform(Addition.TASK, (addition, task) -> add(addition, instance));
        platform.tasks().perform(Work.TASK, new Worker(instance)::perform);
    }

    private static Sum add(Addition addition, String instance) {
        return new Sum(addition.numbers().stream().mapToLong(Long::longValue).sum(), instance);
    }
}
