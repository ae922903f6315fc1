package org.peekplatform.client.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InOrderTest {
    @Test
    void doesWhatFoundNoThreadTogetherWithWhatComesNext() {
        AtomicBoolean suspended = new AtomicBoolean(true);
        InOrder inOrder = new InOrder(task -> {
            if (suspended.get()) {
                throw new RejectedExecutionException("suspended");
            }
            task.run();
        });
        List<Integer> done = new CopyOnWriteArrayList<>();
        inOrder.execute(() -> done.add(1));
        assertThat(done).isEmpty();
        suspended.set(false);
        inOrder.execute(() -> done.add(2));

        assertThat(done).containsExactly(1, 2);
    }

    @Test
    @Timeout(20)
    void doesOneAfterTheOtherOnManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            InOrder inOrder = new InOrder(threads);
            List<Integer> done = new CopyOnWriteArrayList<>();
            CountDownLatch all = new CountDownLatch(2_000);
            IntStream.range(0, 2_000)
                    .forEach(i -> inOrder.execute(() -> {
                        done.add(i);
                        all.countDown();
                    }));
            all.await();

            assertThat(done).isEqualTo(IntStream.range(0, 2_000).boxed().toList());
        } finally {
            threads.shutdownNow();
        }
    }
}
