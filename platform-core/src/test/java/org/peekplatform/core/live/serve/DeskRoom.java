package org.peekplatform.core.live.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.peekplatform.api.account.User;
import org.peekplatform.core.kit.ManualThreads;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.core.live.provide.Update;
import org.peekplatform.core.live.wire.Headers;
import org.peekplatform.core.live.wire.LiveFrame;

/** A desk with all that it works with, under the control of a test. */
abstract class DeskRoom {
    static final String ADDRESS = "192.0.2.7";
    static final User ANN = new User("ann", Set.of("admin"));
    static final DeviceLimits LIMITS =
            new DeviceLimits(2, 3, 5, 20, 2, Duration.ofSeconds(20), Duration.ofSeconds(90), Duration.ofSeconds(30));

    final AtomicLong nanos = new AtomicLong();
    final List<String> upstream = new ArrayList<>();
    final FakeServer server = new FakeServer();
    final ManualThreads threads = new ManualThreads();
    final LiveCounters counters = new LiveCounters();
    final TupleBuffer buffer = new TupleBuffer(
            new TupleBuffer.Limits(100, 1_000_000, Duration.ofSeconds(30)), new Recording(), nanos::get, counters);
    final TupleBook local = new TupleBook((update, all) -> buffer.accept(update), threads, threads, counters);
    final LiveDesk desk = new LiveDesk(buffer, server, local, LIMITS, nanos::get, counters);
    final RecordingWire wire = RecordingWire.reading();

    final class Recording implements Upstream {
        @Override
        public void observe(Collection<String> keys) {
            upstream.addAll(keys);
        }

        @Override
        public void release(Collection<String> keys) {
            keys.forEach(key -> upstream.add("-" + key));
        }
    }

    DeviceConnection open(RecordingWire device) {
        return desk.open(new DeviceSession("ref", ANN), ADDRESS, device);
    }

    DeviceConnection greeted() {
        return greeted(wire);
    }

    DeviceConnection greeted(RecordingWire device) {
        DeviceConnection connection = open(device);
        desk.received(connection, "{\"t\":\"hello\",\"protocol\":1,\"device\":\"d1\"}\n");
        device.readAll();
        device.frames.clear();
        return connection;
    }

    static String observe(String... keys) {
        return List.of(keys).stream()
                .map(key -> "{\"s\":\"" + key + "\"}")
                .collect(Collectors.joining(",", "{\"t\":\"observe\",\"items\":[", "]}\n"));
    }

    static Update value(String key, int version) {
        LiveFrame frame = LiveFrame.of(new Headers.Value(key, "v" + version), "[]".getBytes(UTF_8));
        return new Update(key, "v" + version, frame, Optional.empty());
    }

    void pass(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(5)) {
            nanos.addAndGet(Duration.ofSeconds(5).toNanos());
            desk.sweep();
        }
    }
}
