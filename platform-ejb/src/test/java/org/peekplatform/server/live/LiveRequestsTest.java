package org.peekplatform.server.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.Access;
import org.peekplatform.api.live.TupleSelector;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.kit.LogRecords;
import org.peekplatform.core.kit.ManualThreads;
import org.peekplatform.core.live.provide.ListenerDesk;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.core.live.provide.TupleSource;
import org.peekplatform.core.live.provide.UpdateLane;
import org.peekplatform.core.live.wire.LiveFrame;
import org.peekplatform.core.live.wire.Requests;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.live.LiveMessages;
import org.peekplatform.server.account.DeviceSignIn;

class LiveRequestsTest {
    private final LiveRoom room = new LiveRoom();
    private final ManualThreads threads = new ManualThreads();
    private final LiveCounters counters = new LiveCounters();
    private final UpdateLane lane = new UpdateLane((kind, epoch, body, listeners) -> {}, threads, counters);
    private final TupleBook book = new TupleBook(lane, threads, threads, counters);
    private final List<Envelope> answers = new ArrayList<>();
    private final Exchange exchange = new Exchange((peer, message, life) -> answers.add(message), Runnable::run);

    LiveRequestsTest() {
        DeviceSignIn nobodySignsIn = new DeviceSignIn(room.database, null, null, room.sessions, Optional::empty, null);
        new LiveRequests(
                        node -> node.startsWith("client"),
                        room.sessions,
                        nobodySignsIn,
                        book,
                        new ListenerDesk(book, lane),
                        room.actions,
                        room.queries)
                .answer(exchange);
        room.noop.on(LiveRoom.AddNote.class, Access.signedIn(), (action, context) -> room.write(action.text()));
        book.offer("noop.Reading", new TupleSource() {
            @Override
            public List<?> load(TupleSelector selector) {
                return List.of();
            }

            @Override
            public boolean allows(User user, TupleSelector selector) {
                return user.roles().contains("writer") && selector.keys().isEmpty();
            }
        });
    }

    private void say(String peer, String kind, byte[] body) {
        exchange.received(peer, Envelope.of(kind, body));
    }

    @Test
    void hearsClientServicesOnly() {
        byte[] wish = Json.write(new ListenerDesk.Wish(1, List.of("noop.Reading")));
        byte[] act = LiveFrame.of(LiveRoom.act(1, "a1"), "{\"text\":\"x\"}".getBytes(UTF_8))
                .bytes();
        try (LogRecords log = LogRecords.of(LiveRequests.class)) {
            say("agent1", LiveMessages.OBSERVE, wish);
            say("worker1", LiveMessages.ACT, act);
            assertThat(log.warnings())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).contains("PEEK-4229"));
        }
        assertThat(book.size()).isZero();
        assertThat(room.notes()).isZero();
        assertThat(answers).isEmpty();

        say("client1", LiveMessages.OBSERVE, wish);
        say("client1", LiveMessages.ACT, act);
        assertThat(book.keysOf("client1")).containsExactly("noop.Reading");
        assertThat(new String(answers.get(0).body(), UTF_8)).isEqualTo("{\"t\":\"done\",\"id\":\"a1\"}\n1");
    }

    @Test
    void saysForEverySessionWhoItIsAndWhatIsRefused() {
        room.open("ref-of-bob", new User("bob", Set.of()));
        say(
                "client1",
                LiveMessages.PERMIT,
                Json.write(new Requests.PermitAll(List.of(
                        new Requests.Permit(LiveRoom.REF, List.of("noop.Reading", "noop.Reading?x=1", "gone.Tuple")),
                        new Requests.Permit("ref-of-bob", List.of("noop.Reading")),
                        new Requests.Permit("over", List.of("noop.Reading")),
                        new Requests.Permit(LiveRoom.REF, List.of())))));
        List<Requests.Permitted> permitted =
                Json.read(answers.get(0).body(), Requests.PermittedAll.class).answers();

        assertThat(permitted).hasSize(4);
        assertThat(permitted.get(0).user()).contains(LiveRoom.ANN);
        assertThat(permitted.get(0).refused())
                .extracting(trouble -> trouble.s() + " " + trouble.code() + " " + trouble.lasting())
                .containsExactly("noop.Reading?x=1 PEEK-4203 true", "gone.Tuple PEEK-4202 false");
        assertThat(permitted.get(1).refused()).hasSize(1);
        assertThat(permitted.get(2).user()).isEmpty();
        assertThat(permitted.get(3).refused()).isEmpty();
    }

    @Test
    void refusesAKeyThatIsNoSelector() {
        say(
                "client1",
                LiveMessages.PERMIT,
                Json.write(new Requests.PermitAll(
                        List.of(new Requests.Permit(LiveRoom.REF, List.of("noop.Reading?b=1&a=1"))))));

        assertThat(Json.read(answers.get(0).body(), Requests.PermittedAll.class)
                        .answers()
                        .get(0)
                        .refused())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.lasting()).isTrue());
    }
}
