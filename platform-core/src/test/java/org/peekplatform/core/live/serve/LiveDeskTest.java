package org.peekplatform.core.live.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.TupleSelector;
import org.peekplatform.core.kit.ManualThreads;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.core.live.provide.TupleSource;
import org.peekplatform.core.live.provide.Update;
import org.peekplatform.core.live.wire.Headers;
import org.peekplatform.core.live.wire.LiveFrame;

class LiveDeskTest {
    private static final String ADDRESS = "192.0.2.7";
    private static final User ANN = new User("ann", Set.of("admin"));
    private static final DeviceLimits LIMITS =
            new DeviceLimits(2, 3, 5, 20, 2, Duration.ofSeconds(20), Duration.ofSeconds(90), Duration.ofSeconds(30));

    private final AtomicLong nanos = new AtomicLong();
    private final List<String> upstream = new ArrayList<>();
    private final FakeServer server = new FakeServer();
    private final ManualThreads threads = new ManualThreads();
    private final LiveCounters counters = new LiveCounters();
    private final TupleBuffer buffer = new TupleBuffer(
            new TupleBuffer.Limits(100, 1_000_000, Duration.ofSeconds(30)), new Recording(), nanos::get, counters);
    private final TupleBook local = new TupleBook((update, all) -> buffer.accept(update), threads, threads, counters);
    private final LiveDesk desk = new LiveDesk(buffer, server, local, LIMITS, nanos::get, counters);
    private final RecordingWire wire = RecordingWire.reading();

    private final class Recording implements Upstream {
        @Override
        public void observe(Collection<String> keys) {
            upstream.addAll(keys);
        }

        @Override
        public void release(Collection<String> keys) {
            keys.forEach(key -> upstream.add("-" + key));
        }
    }

    private DeviceConnection open(RecordingWire device) {
        return desk.open(new DeviceSession("ref", ANN), ADDRESS, device);
    }

    private DeviceConnection greeted() {
        return greeted(wire);
    }

    private DeviceConnection greeted(RecordingWire device) {
        DeviceConnection connection = open(device);
        desk.received(connection, "{\"t\":\"hello\",\"protocol\":1,\"device\":\"d1\"}\n");
        device.readAll();
        device.frames.clear();
        return connection;
    }

    private static String observe(String... keys) {
        return List.of(keys).stream()
                .map(key -> "{\"s\":\"" + key + "\"}")
                .collect(Collectors.joining(",", "{\"t\":\"observe\",\"items\":[", "]}\n"));
    }

    private static Update value(String key, int version) {
        LiveFrame frame = LiveFrame.of(new Headers.Value(key, "v" + version), "[]".getBytes(UTF_8));
        return new Update(key, "v" + version, frame, Optional.empty());
    }

    private void pass(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(5)) {
            nanos.addAndGet(Duration.ofSeconds(5).toNanos());
            desk.sweep();
        }
    }

    @Test
    void welcomesWhoSaysHelloFirst() {
        DeviceConnection connection = open(wire);
        desk.received(connection, "{\"t\":\"hello\",\"protocol\":1,\"device\":\"d1\"}\n");

        assertThat(wire.texts())
                .containsExactly("{\"t\":\"welcome\",\"connection\":\"" + connection.id()
                        + "\",\"user\":{\"name\":\"ann\",\"roles\":[\"admin\"]},\"beat\":20}\n");
        assertThat(desk.find(connection.id())).contains(connection);
    }

    @Test
    void hangsUpOnWhoDoesNotSayHelloFirstOrNotThisOne() {
        for (String first : List.of(
                observe("noop.Reading"),
                "{\"t\":\"beat\"}",
                "{\"t\":\"hello\",\"protocol\":2,\"device\":\"d1\"}",
                "what")) {
            RecordingWire device = RecordingWire.reading();
            desk.received(open(device), first);

            assertThat(device.closed).as(first).containsExactly(CloseReason.MALFORMED);
            assertThat(device.frames).isEmpty();
        }
        assertThat(desk.size()).isZero();
        assertThat(server.asked).isEmpty();
    }

    @Test
    void hearsNothingMoreOfWhomItHungUpOn() {
        DeviceConnection connection = greeted();
        desk.received(connection, "what");
        desk.received(connection, observe("noop.Reading"));
        desk.received(connection, "what");

        assertThat(wire.closed).containsExactly(CloseReason.MALFORMED);
        assertThat(server.asked).isEmpty();
    }

    @Test
    void hangsUpOnWhoDoesNotSayHelloInTime() {
        open(wire);
        pass(Duration.ofSeconds(10));
        assertThat(wire.closed).isEmpty();
        pass(Duration.ofSeconds(5));
        assertThat(wire.closed).containsExactly(CloseReason.SILENT);
    }

    @Test
    void asksForPermissionEveryTimeAndSendsWhatIsThere() {
        DeviceConnection connection = greeted();
        desk.received(connection, observe("noop.Reading", "noop.Note"));
        buffer.accept(value("noop.Reading", 1));
        desk.received(greeted(RecordingWire.reading()), observe("noop.Reading"));

        assertThat(server.asked).containsExactly(List.of("noop.Reading", "noop.Note"), List.of("noop.Reading"));
        assertThat(upstream).containsExactly("noop.Reading", "noop.Note");
        assertThat(wire.kinds()).containsExactly("value");
    }

    @Test
    void sendsNothingToWhoMayNotSeeIt() {
        server.forbidden.add("noop.Reading");
        DeviceConnection connection = greeted();
        buffer.subscribe(greeted(RecordingWire.reading()), "noop.Reading", Optional.empty());
        desk.received(connection, observe("noop.Reading"));
        buffer.accept(value("noop.Reading", 1));
        desk.received(connection, "{\"t\":\"whole\",\"s\":\"noop.Reading\"}");

        assertThat(wire.texts())
                .containsExactly("{\"t\":\"trouble\",\"s\":\"noop.Reading\",\"code\":\"PEEK-4203\","
                        + "\"message\":\"no\",\"lasting\":true}\n");
    }

    @Test
    void sendsNothingToWhoHasUnobservedWhileItWasAsked() {
        server.slow = true;
        server.forbidden.add("noop.Note");
        DeviceConnection connection = greeted();
        desk.received(connection, observe("noop.Reading", "noop.Note"));
        desk.received(connection, "{\"t\":\"unobserve\",\"s\":[\"noop.Reading\",\"noop.Note\"]}");
        server.answerPermits();
        buffer.accept(value("noop.Reading", 1));

        assertThat(wire.frames).isEmpty();
        assertThat(upstream).isEmpty();
    }

    @Test
    void sendsNothingToWhoHasGoneWhileItWasAsked() {
        server.slow = true;
        DeviceConnection connection = greeted();
        desk.received(connection, observe("noop.Reading"));
        desk.closed(connection);
        server.answerPermits();

        assertThat(wire.frames).isEmpty();
        assertThat(upstream).isEmpty();
        assertThat(desk.size()).isZero();
    }

    @Test
    void stopsSendingToWhoUnobserves() {
        DeviceConnection connection = greeted();
        desk.received(connection, observe("noop.Reading"));
        buffer.accept(value("noop.Reading", 1));
        desk.received(connection, "{\"t\":\"unobserve\",\"s\":[\"noop.Reading\",\"noop.Unknown\"]}");
        buffer.accept(value("noop.Reading", 2));

        assertThat(wire.frames).hasSize(1);
    }

    @Test
    void answersWhoObservesTwice() {
        DeviceConnection connection = greeted();
        desk.received(connection, observe("noop.Reading"));
        buffer.accept(value("noop.Reading", 1));
        desk.received(connection, "{\"t\":\"observe\",\"items\":[{\"s\":\"noop.Reading\",\"v\":\"v1\"}]}");
        desk.received(connection, observe("noop.Reading"));

        assertThat(wire.kinds()).containsExactly("value", "same", "value");
        desk.closed(connection);
        buffer.accept(value("noop.Reading", 2));
        assertThat(wire.frames).hasSize(3);
    }

    @Test
    void refusesOtherSpellings() {
        DeviceConnection connection = greeted();
        desk.received(connection, observe("noop.Reading?b=1&a=2", "noop.Reading"));

        assertThat(wire.texts())
                .singleElement()
                .asString()
                .contains("PEEK-4208")
                .contains("\"lasting\":true");
        assertThat(server.asked).containsExactly(List.of("noop.Reading"));
    }

    @Test
    void refusesMoreSelectorsThanOneDeviceMayObserveButNotTheSameOnesAgain() {
        DeviceConnection connection = greeted();
        desk.received(connection, observe("noop.A", "noop.B", "noop.C", "noop.D", "noop.E"));
        desk.received(connection, observe("noop.A", "noop.B"));
        assertThat(wire.frames).isEmpty();

        desk.received(connection, observe("noop.A", "noop.F"));
        assertThat(wire.texts()).hasSize(2).allSatisfy(text -> assertThat(text).contains("PEEK-4209"));
        assertThat(upstream).doesNotContain("noop.F");
    }

    @Test
    void tellsOnceThatTheServerIsAwayAndAsksAgainWithEverySweep() {
        server.away = true;
        DeviceConnection connection = greeted();
        desk.received(connection, observe("noop.Reading"));
        pass(Duration.ofSeconds(15));

        assertThat(server.asked).hasSize(4);
        assertThat(wire.texts())
                .singleElement()
                .asString()
                .contains("PEEK-4210")
                .contains("\"lasting\":false");

        server.away = false;
        server.missing.add("noop.Reading");
        pass(Duration.ofSeconds(10));
        assertThat(wire.texts()).hasSize(2).last().asString().contains("PEEK-4202");
        assertThat(upstream).isEmpty();

        server.missing.clear();
        pass(Duration.ofSeconds(5));
        buffer.accept(value("noop.Reading", 1));
        assertThat(wire.kinds()).containsExactly("trouble", "trouble", "value");
        int before = server.asked.size();
        pass(Duration.ofSeconds(5));
        assertThat(server.asked).hasSize(before);
    }

    @Test
    void endsTheConnectionWhenTheSessionIsOver() {
        DeviceConnection connection = greeted();
        server.user = Optional.empty();
        desk.received(connection, observe("noop.Reading"));

        assertThat(wire.closed).containsExactly(CloseReason.SESSION_OVER);
        assertThat(desk.size()).isZero();
        assertThat(upstream).isEmpty();
    }

    @Test
    void looksAgainWhetherSessionAndPermissionsStillHold() {
        DeviceConnection connection = greeted();
        desk.received(connection, observe("noop.Reading", "noop.Note"));
        server.forbidden.add("noop.Reading");
        server.missing.add("noop.Note");
        desk.checkAgain();
        buffer.accept(value("noop.Reading", 1));
        buffer.accept(value("noop.Note", 1));
        assertThat(wire.kinds()).containsExactly("trouble", "value");
        assertThat(wire.texts().get(0)).contains("noop.Reading");

        server.away = true;
        desk.checkAgain();
        assertThat(wire.closed).isEmpty();
        server.away = false;
        server.user = Optional.empty();
        desk.checkAgain();
        assertThat(wire.closed).containsExactly(CloseReason.SESSION_OVER);
    }

    @Test
    void asksThePartsOfThisServiceForTheirOwnData() {
        local.offer("noop.Here", new TupleSource() {
            @Override
            public List<?> load(TupleSelector selector) {
                return List.of(1);
            }

            @Override
            public boolean allows(User user, TupleSelector selector) {
                return selector.keys().isEmpty();
            }
        });
        DeviceConnection connection = greeted();
        desk.received(connection, observe("noop.Here?x=1", "noop.Here", "noop.There"));

        assertThat(server.asked).containsExactly(List.of("noop.There"));
        assertThat(wire.texts())
                .singleElement()
                .asString()
                .contains("PEEK-4203")
                .contains("noop.Here?x=1");
        assertThat(upstream).containsExactly("noop.Here", "noop.There");
    }

    @Test
    void passesActionsOnWithSessionAndDeviceAndOwesTheAnswer() {
        DeviceConnection connection = greeted();
        desk.received(connection, "{\"t\":\"act\",\"id\":\"a1\",\"a\":\"noop.AddNote\",\"n\":3}\n{}");
        assertThat(server.acts).containsExactly("ref d1 noop.AddNote 3");
        server.owed.get(0).complete(LiveFrame.of(Headers.Outcome.done("a1")));
        desk.received(connection, "{\"t\":\"act\",\"id\":\"a2\",\"a\":\"noop.AddNote\",\"n\":4}\n{}");
        server.owed.get(1).completeExceptionally(new TimeoutException());

        assertThat(wire.kinds()).containsExactly("done", "later");
    }

    @Test
    void takesNoMoreAtATimeThanItCanOwe() {
        DeviceConnection connection = greeted();
        String act = "{\"t\":\"act\",\"id\":\"a1\",\"a\":\"noop.AddNote\",\"n\":3}\n{}";
        desk.received(connection, act);
        desk.received(connection, act);
        server.owed.get(0).complete(LiveFrame.of(Headers.Outcome.done("a1")));
        desk.received(connection, act);
        assertThat(wire.closed).isEmpty();
        desk.received(connection, act);

        assertThat(wire.closed).containsExactly(CloseReason.TOO_MUCH);
        assertThat(server.acts).hasSize(3);
    }

    @Test
    void cancelsQueriesThatTheDeviceOrTheTimeGaveUp() {
        DeviceConnection connection = greeted();
        desk.received(connection, "{\"t\":\"ask\",\"id\":\"q1\",\"q\":\"noop.Count\",\"timeout\":100}\n{}");
        server.owed.get(0).completeExceptionally(new TimeoutException());
        desk.received(connection, "{\"t\":\"cancel\",\"id\":\"q2\"}");

        assertThat(wire.texts())
                .singleElement()
                .asString()
                .contains("\"failed\"")
                .contains("PEEK-4212");
        assertThat(server.cancelled)
                .extracting(cancel -> cancel.session() + cancel.id())
                .containsExactly("refq1", "refq2");
    }

    @Test
    void hangsUpOnTooManyMessagesWithinASecond() {
        DeviceConnection connection = greeted();
        IntStream.range(0, 19).forEach(i -> desk.received(connection, "{\"t\":\"beat\"}"));
        assertThat(wire.closed).isEmpty();
        desk.received(connection, "{\"t\":\"beat\"}");
        assertThat(wire.closed).containsExactly(CloseReason.TOO_MUCH);

        RecordingWire steady = RecordingWire.reading();
        DeviceConnection other = greeted(steady);
        IntStream.range(0, 200).forEach(i -> {
            nanos.addAndGet(Duration.ofMillis(60).toNanos());
            desk.received(other, "{\"t\":\"beat\"}");
        });
        assertThat(steady.closed).isEmpty();
    }

    @Test
    void hasRoomForSoManyConnectionsOfAUserAndOfAnAddress() {
        DeviceConnection first = open(RecordingWire.reading());
        assertThat(desk.hasRoom(ANN, ADDRESS)).isTrue();
        open(RecordingWire.reading());
        assertThat(desk.hasRoom(ANN, ADDRESS)).isFalse();
        assertThat(desk.hasRoom(new User("bob", Set.of()), ADDRESS)).isTrue();
        desk.closed(first);
        desk.closed(first);
        assertThat(desk.hasRoom(ANN, ADDRESS)).isTrue();

        desk.open(new DeviceSession("r", new User("bob", Set.of())), ADDRESS, RecordingWire.reading());
        desk.open(new DeviceSession("r", new User("cyd", Set.of())), ADDRESS, RecordingWire.reading());
        assertThat(desk.hasRoom(new User("dan", Set.of()), ADDRESS)).isFalse();
        assertThat(desk.hasRoom(new User("dan", Set.of()), "192.0.2.8")).isTrue();
    }

    @Test
    void givesASignOfLifeWhenNothingElseWasSent() {
        DeviceConnection connection = greeted();
        pass(Duration.ofSeconds(20));
        assertThat(wire.frames).isEmpty();
        pass(Duration.ofSeconds(5));
        assertThat(wire.texts()).containsExactly("{\"t\":\"beat\"}\n");
        desk.received(connection, "{\"t\":\"beat\"}");
        pass(Duration.ofSeconds(50));
        assertThat(wire.kinds()).containsExactly("beat", "beat", "beat");
    }

    @Test
    void hangsUpOnWhoSaysNothingAnyMore() {
        DeviceConnection connection = greeted();
        pass(Duration.ofSeconds(90));
        assertThat(wire.closed).isEmpty();
        pass(Duration.ofSeconds(5));
        assertThat(wire.closed).containsExactly(CloseReason.SILENT);
        assertThat(desk.find(connection.id())).isEmpty();
    }

    @Test
    void hangsUpOnWhoDoesNotReadAndLetsGoOfWhatItObserved() {
        RecordingWire idle = RecordingWire.idle();
        DeviceConnection connection = greeted(idle);
        desk.received(connection, observe("noop.Reading"));
        buffer.accept(value("noop.Reading", 1));
        pass(Duration.ofSeconds(30));
        assertThat(idle.closed).isEmpty();
        pass(Duration.ofSeconds(5));
        assertThat(idle.closed).containsExactly(CloseReason.TOO_SLOW);
        assertThat(counters.get("live.closed.too_slow")).isEqualTo(1);

        pass(Duration.ofSeconds(35));
        assertThat(buffer.size()).isZero();
        assertThat(upstream).containsExactly("noop.Reading", "-noop.Reading");
    }

    @Test
    void blamesNoDeviceForTheTimeInWhichTheServiceItselfStoodStill() {
        RecordingWire idle = RecordingWire.idle();
        DeviceConnection slow = greeted(idle);
        desk.received(slow, observe("noop.Reading"));
        buffer.accept(value("noop.Reading", 1));
        DeviceConnection healthy = greeted();
        RecordingWire fresh = RecordingWire.reading();
        open(fresh);

        nanos.addAndGet(Duration.ofMinutes(10).toNanos());
        desk.sweep();
        pass(Duration.ofSeconds(5));
        idle.readAll();
        desk.closed(slow);
        desk.received(healthy, "{\"t\":\"beat\"}");
        pass(Duration.ofSeconds(85));
        assertThat(wire.closed).isEmpty();
        assertThat(idle.closed).isEmpty();
        assertThat(fresh.closed)
                .as("it has not said hello within 10 s of a living service")
                .containsExactly(CloseReason.SILENT);
        pass(Duration.ofSeconds(10));
        assertThat(wire.closed).containsExactly(CloseReason.SILENT);
    }

    @Test
    void refusesWhatTheBufferCannotHold() {
        LiveDesk small = new LiveDesk(
                new TupleBuffer(new TupleBuffer.Limits(1, 1_000, Duration.ZERO), new Recording(), nanos::get, counters),
                server,
                local,
                LIMITS,
                nanos::get,
                counters);
        DeviceConnection connection = small.open(new DeviceSession("ref", ANN), ADDRESS, wire);
        small.hello(connection, "d1");
        small.received(connection, observe("noop.A", "noop.B"));

        assertThat(wire.last()).contains("PEEK-4211").contains("noop.B");
    }

    @Test
    void tellsEverybodyWhenItStops() {
        greeted();
        desk.stop();

        assertThat(wire.closed).containsExactly(CloseReason.STOPPING);
    }
}
