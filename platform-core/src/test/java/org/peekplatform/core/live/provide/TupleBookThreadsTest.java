package org.peekplatform.core.live.provide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peekplatform.core.kit.Await;
import org.peekplatform.core.live.wire.SelectorKey;

/** The book under threads that are in each other's way. */
@Timeout(30)
class TupleBookThreadsTest {
    private final ExecutorService executor = Executors.newFixedThreadPool(24);
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    @AfterEach
    void stop() {
        executor.shutdownNow();
        timer.shutdownNow();
    }

    private static SelectorKey key(String text) {
        return SelectorKey.parse(text).orElseThrow();
    }

    @Test
    void losesNoChangeWhateverHappensAtTheSameTime() throws Exception {
        Map<String, String> newest = new ConcurrentHashMap<>();
        Outlet outlet = (update, listeners) ->
                listeners.forEach(listener -> newest.put(listener, new RecordingOutlet.Sent(update, listeners).body()));
        TupleBook book = new TupleBook(outlet, executor, timer, new LiveCounters());
        AtomicInteger state = new AtomicInteger();
        FakeSource source = new FakeSource();
        source.behaviour = () -> List.of(state.get());
        book.offer("noop.Reading", source);
        book.observe("steady", key("noop.Reading"));

        CyclicBarrier start = new CyclicBarrier(4);
        List<Future<?>> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String me = "client" + i;
            threads.add(executor.submit(() -> {
                start.await();
                for (int round = 0; round < 500; round++) {
                    book.observe(me, key("noop.Reading"));
                    state.incrementAndGet();
                    book.changed("noop.Reading");
                    book.release(me, "noop.Reading");
                }
                book.observe(me, key("noop.Reading"));
                return me;
            }));
        }
        for (Future<?> thread : threads) {
            thread.get();
        }

        String last = "[" + state.get() + "]";
        Await.until(() -> newest.values().stream().allMatch(last::equals) && newest.size() == 5);
        assertThat(book.keysOf("client3")).containsExactly("noop.Reading");
    }

    @Test
    void providersThatHangHoldUpTheirOwnPluginOnly() throws Exception {
        Map<String, String> newest = new ConcurrentHashMap<>();
        TupleBook book = new TupleBook(
                (update, listeners) -> newest.put(update.key(), "there"), executor, timer, new LiveCounters());
        CountDownLatch end = new CountDownLatch(1);
        FakeSource hung = new FakeSource();
        hung.behaviour = () -> {
            end.await();
            return List.of(1);
        };
        book.offer("slow.Reading", hung);
        book.offer("quick.Reading", new FakeSource(1));
        for (int room = 0; room < 100; room++) {
            book.observe("client1", key("slow.Reading?room=" + room));
        }
        book.observe("client1", key("quick.Reading"));

        Await.until(() -> newest.keySet().equals(Set.of("quick.Reading")));
        assertThat(hung.loads.get()).isLessThanOrEqualTo(PluginShares.EACH);

        end.countDown();
        Await.until(() -> newest.size() == 101);
        assertThat(executor.awaitTermination(0, TimeUnit.SECONDS)).isFalse();
    }
}
