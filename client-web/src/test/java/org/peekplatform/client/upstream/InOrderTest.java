package org.peekplatform.client.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InOrderTest {
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
