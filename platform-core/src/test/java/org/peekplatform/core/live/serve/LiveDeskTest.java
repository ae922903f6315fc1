package org.peekplatform.core.live.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.TupleSelector;
import org.peekplatform.core.live.provide.TupleSource;
import org.peekplatform.core.live.wire.Headers;
import org.peekplatform.core.live.wire.LiveFrame;

class LiveDeskTest extends DeskRoom {
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
    void sendsNothingThatWasUnobservedWhileTheDeviceDidNotRead() {
        RecordingWire idle = RecordingWire.idle();
        DeviceConnection connection = greeted(idle);
        desk.received(connection, observe("noop.Reading", "noop.Note"));
        buffer.accept(value("noop.Note", 1));
        buffer.accept(value("noop.Reading", 1));
        desk.received(connection, "{\"t\":\"unobserve\",\"s\":[\"noop.Reading\"]}");
        idle.readAll();

        assertThat(idle.texts()).singleElement().asString().contains("noop.Note");
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
}
