package org.peekplatform.worker.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.kit.Await;
import org.peekplatform.core.kit.ManualThreads;
import org.peekplatform.runtime.task.TaskMessage;
import org.peekplatform.runtime.task.TaskResults;
import org.peekplatform.runtime.task.TaskResults.Result;

class ResultLaneTest {
    private final ManualThreads threads = new ManualThreads();
    private final List<TaskResults> sent = new ArrayList<>();
    private final List<CompletableFuture<byte[]>> answers = new ArrayList<>();
    private final List<String> confirmed = new ArrayList<>();
    private final ResultLane lane = new ResultLane(this::send, threads, result -> confirmed.add(result.id()));

    private CompletableFuture<byte[]> send(TaskResults results) {
        sent.add(results);
        answers.add(new CompletableFuture<>());
        return answers.get(answers.size() - 1);
    }

    private void add(String id) {
        lane.add(Result.done(new TaskMessage(id, "noop", "sum", 0, Duration.ofMinutes(1), "1"), 1, "2"));
        threads.settle();
    }

    private List<String> ids(int message) {
        return sent.get(message).results().stream().map(Result::id).toList();
    }

    @Test
    void gathersWhatComesWhileAMessageIsUnderWay() {
        add("a");
        add("b");
        add("c");
        assertThat(sent).hasSize(1);

        answers.get(0).complete(new byte[0]);
        threads.settle();

        assertThat(ids(0)).containsExactly("a");
        assertThat(ids(1)).containsExactly("b", "c");
        assertThat(confirmed).containsExactly("a");
    }

    @Test
    void sendsAgainWhatWasNotConfirmed() {
        add("a");

        answers.get(0).completeExceptionally(new IllegalStateException("the server is away"));
        Await.until(() -> threads.waiting() > 0);
        threads.settle();
        answers.get(1).complete(new byte[0]);

        assertThat(ids(1)).containsExactly("a");
        assertThat(confirmed).containsExactly("a");
    }
}
