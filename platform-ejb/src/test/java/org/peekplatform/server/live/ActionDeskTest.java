package org.peekplatform.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peekplatform.api.Registration;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.Access;
import org.peekplatform.api.live.ActionProcessor;
import org.peekplatform.api.live.ActionRefusedException;
import org.peekplatform.core.kit.LogRecords;
import org.peekplatform.core.live.wire.Requests;
import org.peekplatform.server.live.LiveRoom.AddNote;

class ActionDeskTest {
    private final LiveRoom room = new LiveRoom();

    private Registration takes(ActionProcessor<AddNote, Integer> processor) {
        return room.noop.on(AddNote.class, Access.signedIn(), processor);
    }

    private void writes() {
        takes((action, context) -> room.write(action.text()));
    }

    @Test
    void carriesAnActionOutAndTellsItsResult() {
        takes((action, context) -> {
            assertThat(context.user()).isEqualTo(LiveRoom.ANN);
            assertThat(context.device() + context.id()).isEqualTo("d1a1");
            return room.write(action.text());
        });

        assertThat(room.say(1, "a1")).isEqualTo("{\"t\":\"done\",\"id\":\"a1\"}\n1");
        assertThat(room.notes()).isEqualTo(1);
    }

    @Test
    void givesTheSameAnswerToACopyAndDoesNothing() {
        writes();
        String first = room.say(1, "a1");
        String again = room.say(1, "a1");

        assertThat(again).isEqualTo(first);
        assertThat(room.notes()).isEqualTo(1);
        assertThat(room.counters.get(ActionDesk.REPEATED)).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void isCarriedOutOnceHoweverManyCopiesComeAtTheSameTime() throws Exception {
        writes();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int n = 1; n <= 10; n++) {
                long turn = n;
                CountDownLatch start = new CountDownLatch(1);
                List<Future<String>> answers = new ArrayList<>();
                for (int copy = 0; copy < 8; copy++) {
                    answers.add(threads.submit(() -> {
                        start.await();
                        return room.say(turn, "a" + turn);
                    }));
                }
                start.countDown();
                for (Future<String> answer : answers) {
                    assertThat(answer.get()).isEqualTo("{\"t\":\"done\",\"id\":\"a" + n + "\"}\n" + n);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(room.notes()).isEqualTo(10);
    }

    @Test
    void notesItInTheTransactionOfItsEffect() {
        writes();
        room.transactions.failNextCommit(new SQLTransactionRollbackException("deadlock", "40001"));
        assertThat(room.say(1, "a1")).contains("\"later\"");
        assertThat(room.notes()).isZero();

        assertThat(room.say(1, "a1")).contains("\"done\"");
        assertThat(room.notes()).isEqualTo(1);
    }

    @Test
    void carriesOutTheActionsOfOneDeviceOneAfterTheOther() throws Exception {
        ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
        CountDownLatch firstRuns = new CountDownLatch(1);
        CountDownLatch firstMayEnd = new CountDownLatch(1);
        takes((action, context) -> {
            order.add("begin " + action.text());
            firstRuns.countDown();
            firstMayEnd.await();
            order.add("end " + action.text());
            return 0;
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<String> first = threads.submit(() -> room.say(1, "a1"));
            firstRuns.await();
            Future<String> second = threads.submit(() -> room.say(2, "a2"));
            firstMayEnd.countDown();

            assertThat(first.get()).contains("\"t\":\"done\"");
            assertThat(second.get()).contains("\"t\":\"done\"");
        } finally {
            threads.shutdownNow();
        }
        assertThat(order).containsExactly("begin a1", "end a1", "begin a2", "end a2");
    }

    @Test
    void refusesWhatComesAfterALaterOne() {
        writes();
        room.say(2, "a2");

        assertThat(room.say(1, "a1")).contains("\"refused\"", "PEEK-4218");
        assertThat(room.say(2, "another with the same number")).contains("PEEK-4218");
        assertThat(room.notes()).isEqualTo(1);
    }

    @Test
    void keepsDevicesUsersAndPluginsApart() {
        writes();
        room.open("ref-of-bob", new User("bob", Set.of()));
        room.say(5, "a1");

        assertThat(room.say(new Requests.Act("ref-of-bob", "d1", "b1", "noop.AddNote", 1), "{\"text\":\"b\"}"))
                .contains("done");
        assertThat(room.say(new Requests.Act(LiveRoom.REF, "d2", "c1", "noop.AddNote", 1), "{\"text\":\"c\"}"))
                .contains("done");
        assertThat(room.notes()).isEqualTo(3);
    }

    @Test
    void tellsARefusalRollsBackAndDoesNotDoALateCopyEither() {
        takes((action, context) -> {
            room.write(action.text());
            throw new ActionRefusedException("There are too many notes.");
        });
        String refusal = room.say(1, "a1");
        assertThat(refusal)
                .isEqualTo("{\"t\":\"refused\",\"id\":\"a1\",\"code\":\"PEEK-4201\","
                        + "\"message\":\"There are too many notes.\"}\n");
        assertThat(room.notes()).isZero();

        room.takers.remove("noop.AddNote", room.takers.action("noop.AddNote").orElseThrow());
        writes();
        assertThat(room.say(1, "a1")).isEqualTo(refusal);
        assertThat(room.notes()).isZero();
        assertThat(room.say(2, "a2")).contains("done");
    }

    @Test
    void refusesWithAnIncidentThatIsInTheLogWhenTheProcessorThrows() {
        for (Throwable thrown : List.of(
                new IllegalStateException("broken"),
                new Exception("checked"),
                new NoClassDefFoundError("org/example/Gone"))) {
            LiveRoom fresh = new LiveRoom();
            fresh.noop.on(AddNote.class, Access.signedIn(), (action, context) -> {
                fresh.write(action.text());
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (Exception) thrown;
            });
            try (LogRecords log = LogRecords.of(ActionDesk.class)) {
                String answer = fresh.say(1, "a1");
                assertThat(answer).contains("\"refused\"", "PEEK-4222", "changed nothing");
                String incident = answer.replaceAll("(?s).*incident ([0-9a-f-]{36}).*", "$1");
                assertThat(log.warnings())
                        .singleElement()
                        .asString()
                        .contains("PEEK-4221", incident)
                        .contains(thrown.getMessage());
            }
            assertThat(fresh.notes()).isZero();
            assertThat(fresh.say(1, "a1")).as("also when it is sent again").contains("PEEK-4222");
        }
    }

    @Test
    void asksForItLaterWhenTransactionsWereInEachOthersWay() {
        for (Exception passing : List.of(
                new SQLTransactionRollbackException("deadlock"),
                new SQLException("serialization", "40001"),
                new SQLException("connection", "08006"),
                new OptimisticLockException("somebody was quicker"))) {
            LiveRoom fresh = new LiveRoom();
            fresh.noop.on(AddNote.class, Access.signedIn(), (action, context) -> {
                throw new IllegalStateException(passing);
            });

            assertThat(fresh.say(1, "a1")).as("%s", passing).contains("\"later\"", "\"after\":2000");
        }
    }

    @Test
    void refusesWhatTheDatabaseDoesNotTakeHoweverOftenItIsTried() {
        takes((action, context) -> room.write("longer than the twenty characters of the column"));
        try (LogRecords log = LogRecords.of(ActionDesk.class)) {
            assertThat(room.say(1, "a1")).contains("PEEK-4222");
            assertThat(log.warnings()).hasSize(1);
        }
    }

    @Test
    void asksForItLaterWhenNoPluginTakesIt() {
        assertThat(room.say(1, "a1")).contains("\"later\"", "no plugin that runs now takes 'noop.AddNote'");
    }

    @Test
    void asksForItLaterWhenThePluginWasTakenAwayUnderTheAction() {
        Registration[] registration = new Registration[1];
        registration[0] = takes((action, context) -> {
            registration[0].close();
            throw new IllegalStateException("the container is shut down");
        });
        assertThat(room.say(1, "a1")).contains("\"later\"");

        writes();
        assertThat(room.say(1, "a1")).contains("\"done\"");
    }

    @Test
    void asksForItLaterWhenTheSessionIsOver() {
        writes();
        room.clock.advance(Duration.ofDays(200));

        assertThat(room.say(1, "a1")).contains("\"later\"", "sign in again");
        assertThat(room.notes()).isZero();
    }

    @Test
    void asksForItLaterWhenTheDatabaseIsAway() {
        writes();
        room.database.update("alter table peek.device_session rename to away");
        try (LogRecords log = LogRecords.of(ActionDesk.class)) {
            assertThat(room.say(1, "a1")).contains("\"later\"");
            assertThat(log.warnings()).singleElement().asString().contains("PEEK-4220");
        }
    }

    @Test
    void refusesWhoMayNotDoIt() {
        room.noop.on(AddNote.class, (user, action) -> action.text().isEmpty(), (action, context) -> room.write("x"));

        assertThat(room.say(1, "a1")).contains("PEEK-4217", "'ann' may not do 'noop.AddNote'.");
        assertThat(room.notes()).isZero();
    }

    @Test
    void refusesWhenTheRuleItselfFails() {
        room.noop.on(
                AddNote.class,
                (user, action) -> {
                    throw new NoClassDefFoundError("org/example/Gone");
                },
                (action, context) -> room.write("x"));

        assertThat(room.say(1, "a1")).contains("PEEK-4217");
    }

    @Test
    void refusesABodyThatIsNoSuchAction() {
        writes();
        int n = 1;
        for (String body : List.of("", "null", "x", "[]", "{\"text\":{}}", "{\"text\":\"a\"} x", "{\"text\":\"a")) {
            assertThat(room.say(LiveRoom.act(n++, "a"), body)).as(body).contains("PEEK-4219", "no AddNote");
        }
        assertThat(room.notes()).isZero();
    }

    @Test
    void forgetsDevicesThatWereNotHeardForVeryLong() {
        writes();
        room.say(1, "a1");
        room.clock.advance(ActionLanes.KEPT.minusDays(1));
        assertThat(room.lanes.purge()).isZero();
        room.clock.advance(Duration.ofDays(2));
        assertThat(room.lanes.purge()).isEqualTo(1);
    }
}
