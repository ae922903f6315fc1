package org.peekplatform.core.live.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.account.User;
import org.peekplatform.core.live.wire.Headers;
import org.peekplatform.core.live.wire.LiveFrame;

/** Limits, time and the end of connections. */
class LiveDeskLimitsTest extends DeskRoom {
    @Test
    void hangsUpOnWhoDoesNotSayHelloInTime() {
        open(wire);
        pass(Duration.ofSeconds(10));
        assertThat(wire.closed).isEmpty();
        pass(Duration.ofSeconds(5));
        assertThat(wire.closed).containsExactly(CloseReason.SILENT);
    }

    @Test
    void looksAgainWithoutHarmToWhoObservesAnewMeanwhile() {
        DeviceConnection connection = greeted();
        desk.received(connection, observe("noop.Reading"));
        server.slow = true;
        server.forbidden.add("noop.Reading");
        desk.checkAgain();
        desk.received(connection, "{\"t\":\"unobserve\",\"s\":[\"noop.Reading\"]}");
        server.forbidden.clear();
        desk.received(connection, observe("noop.Reading"));
        server.answerPermits();
        buffer.accept(value("noop.Reading", 1));

        assertThat(wire.kinds()).containsExactly("value");
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
    void tellsEverybodyWhenItStops() {
        greeted();
        desk.stop();

        assertThat(wire.closed).containsExactly(CloseReason.STOPPING);
    }
}
