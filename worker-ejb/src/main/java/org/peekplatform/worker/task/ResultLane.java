package org.peekplatform.worker.task;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.peekplatform.runtime.task.TaskResults;
import org.peekplatform.runtime.task.TaskResults.Result;

/**
 * Results on their way to the server: those that come while a message is under way gather for the next, and what is not
 * confirmed is sent again until it is.
 */
final class ResultLane {
    private static final Logger LOG = System.getLogger(ResultLane.class.getName());
    private static final int MOST = 200;
    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Function<TaskResults, CompletableFuture<byte[]>> sender;
    private final Executor executor;
    private final Consumer<Result> confirmed;
    private final List<Result> waiting = new ArrayList<>();
    private boolean busy;

    /** @param confirmed hears that the server has a result */
    ResultLane(Function<TaskResults, CompletableFuture<byte[]>> sender, Executor executor, Consumer<Result> confirmed) {
        this.sender = sender;
        this.executor = executor;
        this.confirmed = confirmed;
    }

    void add(Result result) {
        synchronized (this) {
            waiting.add(result);
            if (busy) {
                return;
            }
            busy = true;
        }
        executor.execute(this::send);
    }

    private void send() {
        List<Result> batch = first();
        if (!batch.isEmpty()) {
            asked(batch).whenComplete((answer, failure) -> {
                if (failure == null) {
                    confirm(batch);
                    executor.execute(this::send);
                } else {
                    LOG.log(Level.DEBUG, "results are sent again", failure);
                    CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS, executor)
                            .execute(this::send);
                }
            });
        }
    }

    private CompletableFuture<byte[]> asked(List<Result> batch) {
        try {
            return sender.apply(new TaskResults(batch));
        } catch (RuntimeException e) { // the rim: whatever the link throws, it is sent again
            return CompletableFuture.failedFuture(e);
        }
    }

    private synchronized List<Result> first() {
        List<Result> batch = new ArrayList<>();
        int characters = 0;
        for (Result result : waiting) {
            characters += result.output().map(String::length).orElse(0);
            if (!batch.isEmpty() && (batch.size() >= MOST || characters > MOST_CHARACTERS)) {
                break;
            }
            batch.add(result);
        }
        busy = !batch.isEmpty();
        return batch;
    }

    private void confirm(List<Result> batch) {
        synchronized (this) {
            waiting.subList(0, batch.size()).clear();
        }
        batch.forEach(confirmed);
    }
}
