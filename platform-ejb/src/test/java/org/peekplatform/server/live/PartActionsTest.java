package org.peekplatform.server.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peekplatform.api.Registration;
import org.peekplatform.api.live.Access;
import org.peekplatform.api.live.Action;
import org.peekplatform.core.kit.LogRecords;
import org.peekplatform.core.live.wire.Requests;
import org.peekplatform.server.live.LiveRoom.AddNote;
import org.peekplatform.server.live.LiveRoom.Count;

class PartActionsTest {
    private final LiveRoom room = new LiveRoom();

    private static final class Other {
        record AddNote() implements Action<Void> {}
    }

    record Add_Note() implements Action<Void> {}

    private String ask(String query, String body) {
        return room.queries
                .ask(new Requests.Ask(LiveRoom.REF, "q1", query, 1000), body.getBytes(UTF_8))
                .text();
    }

    private static void nothing(Object action, Object context) {
        // what the tests register is not called
    }

    private Registration takeNotes() {
        return room.noop.on(AddNote.class, Access.signedIn(), (action, context) -> 0);
    }

    @Test
    void takesATypeOnceUntilItIsClosed() {
        Registration first = takeNotes();
        assertThatIllegalStateException().isThrownBy(this::takeNotes).withMessageContaining("PEEK-4216 'noop.AddNote'");
        first.close();
        takeNotes();

        assertThat(room.takers.action("noop.AddNote")).isPresent();
    }

    @Test
    void saysWhenTwoClassesHaveOneSimpleName() {
        takeNotes();

        assertThatIllegalStateException()
                .isThrownBy(() -> room.noop.on(Other.AddNote.class, Access.signedIn(), (action, context) -> {
                    nothing(action, context);
                    return null;
                }))
                .withMessageContaining("PEEK-4247 " + Other.AddNote.class.getName())
                .withMessageContaining(AddNote.class.getName())
                .withMessageContaining("Rename one of them");
        assertThat(room.takers.action("noop.AddNote").orElseThrow().type()).isEqualTo(AddNote.class);
    }

    @Test
    void refusesANameThatNoDeviceCouldCall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> room.noop.on(Add_Note.class, Access.signedIn(), (action, context) -> null))
                .withMessageContaining("PEEK-4245")
                .withMessageContaining("noop.Add_Note");
    }

    @Test
    void answersQueries() {
        room.noop.answer(
                Count.class,
                Access.role("writer"),
                (query, user) -> query.word().length());

        assertThat(ask("noop.Count", "{\"word\":\"four\"}")).isEqualTo("{\"t\":\"answer\",\"id\":\"q1\"}\n4");
    }

    @Test
    void saysWhyAQueryHasNoAnswer() {
        assertThat(ask("noop.Count", "{\"word\":\"x\"}")).contains("PEEK-4224");
        room.noop.answer(Count.class, Access.role("reader"), (query, user) -> 0).close();
        room.noop.answer(Count.class, Access.role("reader"), (query, user) -> 0);
        assertThat(ask("noop.Count", "{\"word\":\"x\"}")).contains("PEEK-4225", "'ann' may not ask");
        assertThat(ask("noop.Count", "null")).contains("PEEK-4226", "no Count");
        assertThat(ask("noop.Count", "[")).contains("PEEK-4226");
        assertThat(room.queries
                        .ask(new Requests.Ask("nobody", "q1", "noop.Count", 1000), new byte[0])
                        .text())
                .contains("PEEK-4223");
    }

    @Test
    void namesAnIncidentThatIsInTheLogWhenTheResponderThrows() {
        room.noop.answer(Count.class, Access.signedIn(), (query, user) -> {
            throw new StackOverflowError("deep");
        });
        try (LogRecords log = LogRecords.of(QueryDesk.class)) {
            String answer = ask("noop.Count", "{\"word\":\"x\"}");
            String incident = answer.replaceAll("(?s).*incident ([0-9a-f-]{36}).*", "$1");
            assertThat(answer).contains("PEEK-4228");
            assertThat(log.warnings()).singleElement().asString().contains(incident, "deep");
        }
    }

    @Test
    @Timeout(20)
    void interruptsTheResponderOfAQueryThatIsGivenUpAndNothingElse() throws Exception {
        CountDownLatch runs = new CountDownLatch(1);
        room.noop.answer(Count.class, Access.signedIn(), (query, user) -> {
            runs.countDown();
            new CountDownLatch(1).await();
            return 0;
        });
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (LogRecords log = LogRecords.of(QueryDesk.class)) {
            Future<String> answer = thread.submit(() -> ask("noop.Count", "{\"word\":\"x\"}"));
            runs.await();
            room.queries.cancel(new Requests.Cancel("another session", "q1"));
            room.queries.cancel(new Requests.Cancel(LiveRoom.REF, "q1"));

            assertThat(answer.get()).contains("\"failed\"");
            room.queries.cancel(new Requests.Cancel(LiveRoom.REF, "q1"));
            assertThat(thread.submit(Thread::interrupted).get()).isFalse();
            assertThat(log.warnings()).hasSize(1);
        } finally {
            thread.shutdownNow();
        }
    }
}
