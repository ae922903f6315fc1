package org.peekplatform.client.upstream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.peekplatform.core.live.wire.Requests;

/**
 * Questions for permission, put together: while one message is on its way, the questions that come meanwhile gather for the
 * next. Two thousand devices that come back at once are a few messages.
 */
final class PermitBatches {
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int MOST = 500;
    private static final int AT_ONCE = 4;

    private final Function<Requests.PermitAll, CompletableFuture<Requests.PermittedAll>> sender;
    private final Executor executor;
    private final List<Waiting> waiting = new ArrayList<>();
    private int underWay;

    private record Waiting(Requests.Permit question, CompletableFuture<Requests.Permitted> answer) {}

    PermitBatches(Function<Requests.PermitAll, CompletableFuture<Requests.PermittedAll>> sender, Executor executor) {
        this.sender = sender;
        this.executor = executor;
    }

    CompletableFuture<Requests.Permitted> ask(Requests.Permit question) {
        CompletableFuture<Requests.Permitted> answer = new CompletableFuture<>();
        synchronized (this) {
            waiting.add(new Waiting(question, answer));
        }
        send();
        return answer;
    }

    private void send() {
        List<Waiting> batch;
        synchronized (this) {
            if (waiting.isEmpty() || underWay >= AT_ONCE) {
                return;
            }
            underWay++;
            List<Waiting> first = waiting.subList(0, Math.min(MOST, waiting.size()));
            batch = List.copyOf(first);
            first.clear();
        }
        try {
            executor.execute(() -> send(batch));
        } catch (RejectedExecutionException none) { // as while WildFly is suspended
            answered(batch, null, none);
        }
    }

    private void send(List<Waiting> batch) {
        asked(batch).whenComplete((answers, failure) -> {
            answered(batch, answers, failure);
            send();
        });
    }

    private void answered(List<Waiting> batch, Requests.PermittedAll answers, Throwable failure) {
        synchronized (this) {
            underWay--;
        }
        for (int i = 0; i < batch.size(); i++) {
            answer(batch.get(i).answer(), i, answers, failure);
        }
    }

    private CompletableFuture<Requests.PermittedAll> asked(List<Waiting> batch) {
        try {
            return sender.apply(
                    new Requests.PermitAll(batch.stream().map(Waiting::question).toList()));
        } catch (RuntimeException e) { // the rim: whatever the link throws, the next questions have their turn
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void answer(
            CompletableFuture<Requests.Permitted> asker, int i, Requests.PermittedAll answers, Throwable failure) {
        if (failure != null) {
            asker.completeExceptionally(failure);
        } else if (i < answers.answers().size()) {
            asker.complete(answers.answers().get(i));
        } else {
            asker.completeExceptionally(new IllegalStateException("answer missing"));
        }
    }
}
