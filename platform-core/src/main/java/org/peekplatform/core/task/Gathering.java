package org.peekplatform.core.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Does many pieces of the same work in one go: while one batch is under way, what comes meanwhile gathers for the next. The
 * fewer wait the sooner it is done, the more the cheaper each is. Thread-safe.
 */
public final class Gathering<T> {
    private final Executor executor;
    private final int most;
    private final Consumer<List<T>> work;
    private final List<Piece<T>> waiting = new ArrayList<>();
    private boolean busy;

    private record Piece<T>(T value, CompletableFuture<Void> done) {}

    /**
     * @param most in one batch
     * @param work is done or fails for the batch as a whole
     */
    public Gathering(Executor executor, int most, Consumer<List<T>> work) {
        this.executor = executor;
        this.most = most;
        this.work = work;
    }

    /** @return completes when the batch with it is done, or with what that threw */
    public CompletableFuture<Void> add(T value) {
        Piece<T> piece = new Piece<>(value, new CompletableFuture<>());
        synchronized (this) {
            waiting.add(piece);
            if (busy) {
                return piece.done();
            }
            busy = true;
        }
        begin();
        return piece.done();
    }

    private void begin() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException none) { // as while WildFly is suspended
            List<Piece<T>> refused;
            synchronized (this) {
                refused = List.copyOf(waiting);
                waiting.clear();
                busy = false;
            }
            refused.forEach(piece -> piece.done().completeExceptionally(none));
        }
    }

    private void run() {
        for (List<Piece<T>> batch = take(); !batch.isEmpty(); batch = take()) {
            run(batch);
        }
    }

    private void run(List<Piece<T>> batch) {
        try {
            work.accept(batch.stream().map(Piece::value).toList());
        } catch (RuntimeException failed) { // the rim: those who wait are told, the next batch has its turn
            batch.forEach(piece -> piece.done().completeExceptionally(failed));
            return;
        }
        batch.forEach(piece -> piece.done().complete(null));
    }

    private synchronized List<Piece<T>> take() {
        List<Piece<T>> first = waiting.subList(0, Math.min(most, waiting.size()));
        List<Piece<T>> batch = List.copyOf(first);
        first.clear();
        busy = !batch.isEmpty();
        return batch;
    }
}
