package org.peekplatform.core.live.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.account.User;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.Update;
import org.peekplatform.core.live.wire.Headers;
import org.peekplatform.core.live.wire.LiveFrame;

class FanOutTest {
    private static final String KEY = "noop.Reading";

    private final QueuedLane first = new QueuedLane();
    private final QueuedLane second = new QueuedLane();
    private final TupleBuffer buffer = new TupleBuffer(
            new TupleBuffer.Limits(10, 1_000_000, Duration.ZERO), new SilentUpstream(), () -> 1, new LiveCounters());

    @Test
    void asksEachThreadOnceForManyDevices() {
        List<RecordingWire> onFirst = observers(250, Optional.of(first));
        List<RecordingWire> onSecond = observers(10, Optional.of(second));
        List<RecordingWire> onNone = observers(1, Optional.empty());

        buffer.accept(update("one"));

        assertThat(onNone).allSatisfy(wire -> assertThat(wire.sent).hasSize(1));
        assertThat(onFirst).allSatisfy(wire -> assertThat(wire.sent).isEmpty());
        assertThat(first.tasks).as("tasks for 250 devices").hasSize(2);
        assertThat(second.tasks).hasSize(1);
        first.work();
        second.work();
        assertThat(onFirst).allSatisfy(wire -> assertThat(wire.sent).hasSize(1));
        assertThat(onSecond).allSatisfy(wire -> assertThat(wire.sent).hasSize(1));
    }

    @Test
    void sendsTheNewestWhenSeveralCameBeforeTheThreadHadTime() {
        RecordingWire wire = observers(1, Optional.of(first)).get(0);

        buffer.accept(update("one"));
        buffer.accept(update("two"));
        first.work();

        assertThat(wire.sent)
                .singleElement()
                .satisfies(frame -> assertThat(frame.text()).contains("two"));
        assertThat(first.tasks).isEmpty();
    }

    @Test
    void hangsUpOnDevicesWhoseThreadHasEnded() {
        RecordingWire wire = observers(1, Optional.of(task -> {
                    throw new RejectedExecutionException();
                }))
                .get(0);

        buffer.accept(update("one"));

        assertThat(wire.closed).containsExactly(CloseReason.STOPPING);
    }

    private List<RecordingWire> observers(int number, Optional<Executor> lane) {
        return IntStream.range(0, number)
                .mapToObj(i -> {
                    RecordingWire wire = new RecordingWire(lane);
                    DeviceConnection connection = new DeviceConnection(
                            "c" + i, new DeviceSession("s", new User("user", Set.of())), wire, () -> 1);
                    connection.add(
                            buffer.subscribe(connection, KEY, Optional.empty()).orElseThrow());
                    return wire;
                })
                .toList();
    }

    private static Update update(String version) {
        LiveFrame frame = LiveFrame.of(new Headers.Value(KEY, version), new byte[] {'[', ']'});
        return new Update(KEY, version, frame, Optional.empty());
    }

    private static final class RecordingWire implements DeviceWire {
        private final Optional<Executor> lane;
        private final List<LiveFrame> sent = new ArrayList<>();
        private final List<CloseReason> closed = new ArrayList<>();

        private RecordingWire(Optional<Executor> lane) {
            this.lane = lane;
        }

        @Override
        public void send(LiveFrame frame, Runnable done) {
            sent.add(frame);
            done.run();
        }

        @Override
        public Optional<Executor> lane() {
            return lane;
        }

        @Override
        public void close(CloseReason reason) {
            closed.add(reason);
        }
    }

    private static final class QueuedLane implements Executor {
        private final Queue<Runnable> tasks = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        private void work() {
            tasks.forEach(Runnable::run);
            tasks.clear();
        }
    }

    private static final class SilentUpstream implements Upstream {
        @Override
        public void observe(Collection<String> keys) {
            assertThat(keys).containsExactly(KEY);
        }

        @Override
        public void release(Collection<String> keys) {
            assertThat(keys).isEmpty();
        }
    }
}
