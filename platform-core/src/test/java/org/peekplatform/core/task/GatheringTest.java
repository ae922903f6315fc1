package org.peekplatform.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.kit.ManualThreads;

class GatheringTest {
    private final ManualThreads threads = new ManualThreads();
    private final List<List<String>> batches = new ArrayList<>();

    @Test
    void doesTogetherWhatCameMeanwhile() {
        Gathering<String> gathering = new Gathering<>(threads, 2, batches::add);

        List<CompletableFuture<Void>> done = List.of(gathering.add("a"), gathering.add("b"), gathering.add("c"));
        assertThat(done).noneMatch(CompletableFuture::isDone);
        threads.settle();

        assertThat(batches).containsExactly(List.of("a", "b"), List.of("c"));
        assertThat(done).allMatch(CompletableFuture::isDone);
    }

    @Test
    void tellsThoseOfAFailedBatchAndGoesOn() {
        Gathering<String> gathering = new Gathering<>(threads, 1, batch -> {
            batches.add(batch);
            if (batch.contains("bad")) {
                throw new IllegalStateException("no");
            }
        });

        CompletableFuture<Void> bad = gathering.add("bad");
        CompletableFuture<Void> good = gathering.add("good");
        threads.settle();

        assertThat(bad).isCompletedExceptionally();
        assertThat(good).isCompleted();
    }

    @Test
    void tellsThoseWhomNoThreadTakesAndTriesTheNext() {
        List<Runnable> taken = new ArrayList<>();
        boolean[] refuses = {true};
        Gathering<String> gathering = new Gathering<>(
                work -> {
                    if (refuses[0]) {
                        throw new RejectedExecutionException("suspended");
                    }
                    taken.add(work);
                },
                5,
                batches::add);

        assertThat(gathering.add("a")).isCompletedExceptionally();
        refuses[0] = false;
        gathering.add("b");

        assertThat(taken).hasSize(1);
    }
}
