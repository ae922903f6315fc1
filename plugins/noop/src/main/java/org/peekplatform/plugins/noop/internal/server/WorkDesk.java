package org.peekplatform.plugins.noop.internal.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.peekplatform.api.hook.ServerPlatform;
import org.peekplatform.api.task.SubmittedTask;
import org.peekplatform.api.task.TaskOptions;
import org.peekplatform.api.task.Tasks;
import org.peekplatform.plugins.noop.internal.tuple.Work;

/** Gives work to the workers: some to be looked at, or as much as goes. */
@ApplicationScoped
public class WorkDesk {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Work NOTHING = new Work("nothing", 0, Duration.ZERO, 0);

    @Inject
    WorkBook book;

    @Resource
    ManagedExecutorService threads;

    private Optional<Tasks> tasks = Optional.empty();

    /**
     * How fast it went.
     *
     * @param millis from the first to the last
     * @param delays of each from its submission to its result, in microseconds, sorted
     */
    public record Speed(long millis, List<Long> delays) {}

    public synchronized void open(ServerPlatform platform) {
        tasks = Optional.of(platform.tasks());
        platform.tasks().onResult(Work.TASK, outcome -> book.add(outcome.id(), outcome.state()));
    }

    public synchronized void close() {
        tasks = Optional.empty();
    }

    private synchronized Tasks tasks() {
        return tasks.orElseThrow(() -> new IllegalStateException("noop has stopped"));
    }

    /** Submits a piece of work so often. What becomes of each is written down. */
    public List<String> submit(Work work, int times, TaskOptions options) {
        return tasks().submitAll(Work.TASK, Collections.nCopies(times, work), options.withCallback()).stream()
                .map(SubmittedTask::id)
                .toList();
    }

    /** Submits work that ends at once: so many callers, each of which submits a group and then the next when there is room. */
    public Speed measure(int times, int callers, int group, int underWay) throws InterruptedException {
        Queue<Long> delays = new ConcurrentLinkedQueue<>();
        long began = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            running.add(threads.submit(() -> call(times / callers, group, underWay, delays)));
        }
        for (Future<?> caller : running) {
            end(caller);
        }
        return new Speed(
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                delays.stream().sorted().toList());
    }

    private static void end(Future<?> caller) throws InterruptedException {
        try {
            caller.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller failed", e);
        }
    }

    private Void call(int times, int group, int underWay, Queue<Long> delays) throws InterruptedException {
        Semaphore room = new Semaphore(underWay);
        for (int i = 0; i < times; i += group) {
            room.acquire(group);
            long submitted = System.nanoTime();
            tasks().submitAll(Work.TASK, Collections.nCopies(group, NOTHING), TaskOptions.within(PATIENCE))
                    .forEach(task -> task.result().whenComplete((done, failure) -> {
                        delays.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - submitted));
                        room.release();
                    }));
        }
        room.acquire(underWay);
        return null;
    }
}
