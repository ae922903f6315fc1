package org.peekplatform.core.live.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peekplatform.api.account.User;
import org.peekplatform.core.kit.Await;
import org.peekplatform.core.live.provide.Update;
import org.peekplatform.core.live.wire.Headers;
import org.peekplatform.core.live.wire.LiveFrame;

class DeviceConnectionTest {
    private final RecordingWire wire = RecordingWire.idle();
    private final DeviceConnection connection = connection(wire);
    private final BufferEntry entry = new BufferEntry("noop.Reading", 0);

    private static DeviceConnection connection(DeviceWire wire) {
        return new DeviceConnection("c", new DeviceSession("ref", new User("ann", Set.of())), wire, () -> 0);
    }

    private static Update value(int version) {
        return new Update(
                "noop.Reading",
                "v" + version,
                LiveFrame.of(new Headers.Value("noop.Reading", "v" + version)),
                Optional.of(new Update.Step(
                        "v" + (version - 1),
                        LiveFrame.of(new Headers.Patch("noop.Reading", "v" + version, "v" + (version - 1))))));
    }

    private static Update trouble() {
        LiveFrame frame = LiveFrame.of(new Headers.Trouble("noop.Reading", "PEEK-0000", "none", false));
        return new Update("noop.Reading", "", frame, Optional.empty());
    }

    private static LiveFrame done(int id) {
        return LiveFrame.of(Headers.Outcome.done("a" + id));
    }

    private Subscription observing(String has) {
        Subscription subscription = new Subscription(connection, entry, Optional.ofNullable(has));
        connection.add(subscription);
        return subscription;
    }

    private void changed(Subscription subscription, Update update) {
        entry.newest(update);
        connection.offer(subscription);
    }

    @Test
    void sendsTheNewestOfTenThousandChangesToOneThatDoesNotReadMeanwhile() {
        Subscription subscription = observing(null);
        changed(subscription, value(0));
        IntStream.rangeClosed(1, 10_000).forEach(version -> changed(subscription, value(version)));
        wire.readAll();

        assertThat(wire.texts())
                .containsExactly(
                        "{\"t\":\"value\",\"s\":\"noop.Reading\",\"v\":\"v0\"}\n",
                        "{\"t\":\"value\",\"s\":\"noop.Reading\",\"v\":\"v10000\"}\n");
    }

    @Test
    void sendsAPatchWhenTheDeviceHasExactlyItsBase() {
        Subscription subscription = observing(null);
        changed(subscription, value(0));
        wire.readAll();
        changed(subscription, value(1));
        wire.readAll();
        changed(subscription, value(2));
        changed(subscription, value(3));
        wire.readAll();
        changed(subscription, value(5));
        wire.readAll();

        assertThat(wire.kinds())
                .as("v0, v1, v2 under way and then v3, v5")
                .containsExactly("value", "patch", "patch", "patch", "value");
    }

    @Test
    void sendsNothingWhenNothingIsNew() {
        Subscription subscription = observing(null);
        changed(subscription, value(0));
        wire.readAll();
        connection.offer(subscription);

        assertThat(wire.frames).hasSize(1);
    }

    @Test
    void saysSameToWhoComesBackWithTheNewestVersion() {
        changed(observing("v4"), value(4));
        wire.readAll();

        assertThat(wire.texts()).containsExactly("{\"t\":\"same\",\"s\":\"noop.Reading\"}\n");
    }

    @Test
    void sendsTheWholeToWhoComesBackWithAnOlderVersionAndPatchesThen() {
        Subscription subscription = observing("v3");
        changed(subscription, value(4));
        wire.readAll();
        changed(subscription, value(5));
        wire.readAll();

        assertThat(wire.kinds()).containsExactly("value", "patch");
    }

    @Test
    void tellsAlsoAfterATroubleThatNothingHasChanged() {
        Subscription subscription = observing("v4");
        changed(subscription, trouble());
        wire.readAll();
        changed(subscription, value(4));
        wire.readAll();

        assertThat(wire.kinds()).containsExactly("trouble", "same");
    }

    @Test
    void answersWhoObservesOnceMoreWhatItObserves() {
        Subscription subscription = observing(null);
        changed(subscription, value(4));
        wire.readAll();

        assertThat(connection.resume("noop.Reading", Optional.of("v4"))).isTrue();
        wire.readAll();
        assertThat(connection.resume("noop.Reading", Optional.empty())).isTrue();
        wire.readAll();
        assertThat(connection.resume("noop.Other", Optional.empty())).isFalse();
        assertThat(wire.kinds()).containsExactly("value", "same", "value");
    }

    @Test
    void repeatsTheWholeWhenAsked() {
        Subscription subscription = observing(null);
        changed(subscription, value(4));
        wire.readAll();
        connection.repeat(subscription);
        wire.readAll();

        assertThat(wire.kinds()).containsExactly("value", "value");
    }

    @Test
    void sendsAnswersBeforeDataInTheirOrderAndDropsNone() {
        Subscription subscription = observing(null);
        changed(subscription, value(0));
        changed(subscription, value(1));
        IntStream.range(0, 1_000).forEach(i -> {
            connection.mayAsk(1_000);
            connection.answer(done(i));
        });
        wire.readAll();

        assertThat(wire.kinds().subList(0, 2)).containsExactly("value", "done");
        assertThat(wire.frames).hasSize(1_002);
        assertThat(wire.texts().subList(1, 1_001))
                .isEqualTo(
                        IntStream.range(0, 1_000).mapToObj(i -> done(i).text()).toList());
        assertThat(wire.last()).contains("\"v1\"");
    }

    @Test
    void hangsUpOnWhoCausesMessagesWithoutEndAndReadsNone() {
        IntStream.range(0, 20_000).forEach(i -> connection.say(done(i)));

        assertThat(wire.closed).contains(CloseReason.TOO_SLOW);
        assertThat(connection.isOpen()).isFalse();
        wire.readAll();
        assertThat(wire.frames).as("nothing more is sent").hasSize(1);
    }

    @Test
    void boundsTheBytesThatAreToldAndNotRead() {
        LiveFrame large = LiveFrame.encoded("x".repeat(1024 * 1024).getBytes(UTF_8));
        IntStream.range(0, 33).forEach(i -> connection.say(large)); // one of them is under way
        assertThat(connection.isOpen()).isTrue();
        connection.say(large);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void letsGoOfWhatItObservesWhenItIsClosedAlsoAfterItBroke() {
        Subscription subscription = observing(null);
        IntStream.range(0, 20_000).forEach(i -> connection.say(done(i)));

        assertThat(connection.close()).containsExactly(subscription);
        assertThat(connection.close()).isEmpty();
        assertThat(connection.add(subscription)).isFalse();
    }

    @Test
    void breaksAloneWhenItsWireThrows() {
        List<CloseReason> closed = new ArrayList<>();
        DeviceConnection broken = connection(new DeviceWire() {
            @Override
            public void send(LiveFrame frame, Runnable sent) {
                throw new IllegalArgumentException("no channel");
            }

            @Override
            public void close(CloseReason reason) {
                closed.add(reason);
            }
        });
        broken.say(done(1));

        assertThat(closed).containsExactly(CloseReason.SILENT);
        assertThat(broken.isOpen()).isFalse();
    }

    @Test
    void doesNotGoDeeperWithEveryFrameThatIsSentAtOnce() {
        AtomicReference<Runnable> first = new AtomicReference<>();
        AtomicInteger frames = new AtomicInteger();
        AtomicInteger deepest = new AtomicInteger();
        DeviceConnection quick = connection(new DeviceWire() {
            @Override
            public void send(LiveFrame frame, Runnable sent) {
                int depth = StackWalker.getInstance().walk(stack -> Math.toIntExact(stack.count()));
                deepest.accumulateAndGet(depth, Math::max);
                if (frames.incrementAndGet() == 1) {
                    first.set(sent);
                } else {
                    sent.run();
                }
            }

            @Override
            public void close(CloseReason reason) {
                throw new AssertionError();
            }
        });
        IntStream.range(0, 9_000).forEach(i -> quick.say(done(i)));
        first.get().run();

        assertThat(frames).hasValue(9_000);
        assertThat(deepest.get()).isLessThan(200);
    }

    @Test
    @Timeout(30)
    void losesNothingBetweenThreadsThatOfferAndOneThatSends() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (int run = 0; run < 30; run++) {
                offerFromManyThreads(threads);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void offerFromManyThreads(ExecutorService threads) throws Exception {
        List<String> got = new CopyOnWriteArrayList<>();
        AtomicInteger underWay = new AtomicInteger();
        DeviceConnection busy = connection(new DeviceWire() {
            @Override
            public void send(LiveFrame frame, Runnable sent) {
                assertThat(underWay.incrementAndGet()).isEqualTo(1);
                got.add(frame.text());
                Runnable done = () -> {
                    underWay.decrementAndGet();
                    sent.run();
                };
                if (got.size() % 3 == 0) {
                    done.run();
                } else {
                    threads.execute(done);
                }
            }

            @Override
            public void close(CloseReason reason) {
                throw new AssertionError("closed: " + reason);
            }
        });
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> offering = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            BufferEntry entry = new BufferEntry("noop.Reading?t=" + thread, 0);
            Subscription subscription = new Subscription(busy, entry, Optional.empty());
            busy.add(subscription);
            int me = thread;
            offering.add(threads.submit(() -> {
                start.await();
                for (int version = 1; version <= 300; version++) {
                    entry.newest(new Update(
                            entry.key,
                            "v" + version,
                            LiveFrame.of(new Headers.Value(entry.key, "v" + version)),
                            Optional.empty()));
                    busy.offer(subscription);
                    busy.say(done(me * 1_000 + version));
                }
                return me;
            }));
        }
        start.countDown();
        for (Future<?> thread : offering) {
            thread.get();
        }
        Await.until(() -> got.stream().filter(text -> text.contains("\"v300\"")).count() == 4);
        Await.until(() -> got.stream().filter(text -> text.contains("done")).count() == 1_200);
        assertThat(got).doesNotHaveDuplicates();
    }
}
