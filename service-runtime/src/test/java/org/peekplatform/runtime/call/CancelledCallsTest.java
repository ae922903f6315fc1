package org.peekplatform.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peekplatform.api.Service;
import org.peekplatform.api.call.CallFailedException;
import org.peekplatform.api.call.CallFailedException.Reason;
import org.peekplatform.api.call.Calls;
import org.peekplatform.api.call.Target;
import org.peekplatform.core.kit.Await;
import org.peekplatform.runtime.call.PartCalls.CallKit;
import org.peekplatform.runtime.hook.DirectContext;
import org.peekplatform.runtime.link.Exchange;

/** Calls that are given up, and calls from those who may not. */
@Timeout(30)
class CancelledCallsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    interface Work {
        String slow();

        String quick();
    }

    /** A provider that tells whether it was interrupted. */
    private static final class Provider implements Work {
        final CountDownLatch runs = new CountDownLatch(1);
        final AtomicBoolean interrupted = new AtomicBoolean();
        final AtomicInteger quick = new AtomicInteger();

        @Override
        public String slow() {
            runs.countDown();
            try {
                new CountDownLatch(1).await();
                return "never";
            } catch (InterruptedException e) {
                interrupted.set(true);
                return "interrupted";
            }
        }

        @Override
        public String quick() {
            quick.incrementAndGet();
            return Thread.currentThread().isInterrupted() ? "interrupted" : "well";
        }
    }

    private final Map<String, Exchange> peers = new ConcurrentHashMap<>();
    private final ExecutorService server = Executors.newCachedThreadPool();
    private final ExecutorService agent = Executors.newSingleThreadExecutor();
    private final Calls ofServer = calls("server", server);
    private final Calls ofAgent = calls("agent1", agent);
    private final Provider provider = new Provider();

    private Calls calls(String name, ExecutorService executor) {
        Exchange exchange =
                new Exchange((peer, message, life) -> peers.get(peer).received(name, message), executor);
        peers.put(name, exchange);
        Peers known = service -> service == Service.AGENT
                ? List.of("agent1")
                : service == Service.SERVER ? List.of("server") : List.of();
        return new PartCalls(
                "noop",
                new DirectContext(),
                registration -> registration,
                new CallKit(new CallDesk(exchange, known), exchange, known, server));
    }

    @AfterEach
    void stop() {
        server.shutdownNow();
        agent.shutdownNow();
    }

    private Work work(Duration timeout) {
        return ofServer.to(Target.instance("agent1"), Work.class, timeout);
    }

    @Test
    void interruptsTheProviderWhenTheTimeIsUp() {
        ofAgent.provide(Work.class, provider);

        assertThatThrownBy(work(Duration.ofMillis(100))::slow)
                .extracting(e -> ((CallFailedException) e).reason())
                .isEqualTo(Reason.TIMEOUT);
        Await.until(provider.interrupted::get);
        assertThat(work(LONG).quick()).as("the next work of the same thread").isEqualTo("well");
    }

    @Test
    void interruptsTheProviderWhenTheCallerIsInterrupted() throws Exception {
        ofAgent.provide(Work.class, provider);
        CountDownLatch done = new CountDownLatch(1);
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        Future<?> caller = server.submit(() -> {
            assertThatThrownBy(work(LONG)::slow).isInstanceOf(CallFailedException.class);
            stillInterrupted.set(Thread.currentThread().isInterrupted());
            done.countDown();
        });
        provider.runs.await();
        caller.cancel(true);

        done.await();
        assertThat(stillInterrupted).isTrue();
        Await.until(provider.interrupted::get);
        assertThat(work(LONG).quick()).isEqualTo("well");
    }

    @Test
    void neverInterruptsTheNextWorkOfTheThread() throws Exception {
        RunningCalls running = new RunningCalls();
        AtomicBoolean hit = new AtomicBoolean();
        Future<?> canceller = server.submit(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                running.cancel("peer", "call");
            }
        });
        for (int i = 0; i < 20_000; i++) {
            try {
                running.run("peer", "call", () -> "done");
            } catch (CancellationException givenUpBefore) {
                // as it may be
            }
            if (Thread.currentThread().isInterrupted()) {
                hit.set(true);
            }
        }
        canceller.cancel(true);

        assertThat(hit).isFalse();
    }

    @Test
    void doesNotBeginWhatWasGivenUpWhileItWaited() {
        RunningCalls running = new RunningCalls();
        running.cancel("agent1", "call");
        AtomicBoolean begun = new AtomicBoolean();

        assertThatThrownBy(() -> running.run("agent1", "call", () -> begun.getAndSet(true)))
                .isInstanceOf(CancellationException.class);
        assertThat(begun).isFalse();
        assertThatCode(() -> running.run("agent1", "another", () -> begun.getAndSet(true)))
                .doesNotThrowAnyException();
    }

    @Test
    void onlyWhoAskedMayGiveUp() throws Exception {
        RunningCalls running = new RunningCalls();
        CountDownLatch runs = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Future<String> work = server.submit(() -> running.run("agent1", "call", () -> {
            runs.countDown();
            end.await();
            return "done";
        }));
        runs.await();
        running.cancel("agent2", "call");
        running.cancel("agent1", "another call");
        end.countDown();

        assertThat(work.get()).isEqualTo("done");
    }

    @Test
    void takesCallsFromTheServicesOnItsListOnly() {
        ofAgent.provide(Work.class, provider, EnumSet.of(Service.WORKER));
        assertThatThrownBy(work(LONG)::quick)
                .hasMessageContaining("from [WORKER] only, and 'server' is none of them. Nothing was done.")
                .extracting(e -> ((CallFailedException) e).reason())
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(provider.quick).hasValue(0);
    }

    @Test
    void takesCallsFromAServiceThatIsOnItsList() {
        ofAgent.provide(Work.class, provider, EnumSet.of(Service.SERVER, Service.WORKER));

        assertThat(work(LONG).quick()).isEqualTo("well");
    }

    @Test
    void takesCallsFromNobodyWhenItsListIsEmpty() {
        ofAgent.provide(Work.class, provider, Set.of());

        assertThatThrownBy(work(LONG)::quick)
                .extracting(e -> ((CallFailedException) e).reason())
                .isEqualTo(Reason.NOT_ALLOWED);
    }
}
