package org.peekplatform.plugins.noop.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.call.CallFailedException;
import org.peekplatform.api.call.CallFailedException.Reason;
import org.peekplatform.api.task.TaskFailedException;
import org.peekplatform.plugins.noop.internal.server.PartAnswer.Given;
import org.peekplatform.plugins.noop.internal.server.PartAnswer.Missing;
import org.peekplatform.plugins.noop.internal.tuple.Addition.Sum;
import org.peekplatform.plugins.noop.internal.tuple.Echo;
import org.peekplatform.plugins.noop.internal.tuple.Pulse;

class QuestionsTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private final PulseBook pulses = new PulseBook();
    private final StubPlatform platform = new StubPlatform();

    @Test
    void collectsOneAnswerOfEachPart() {
        platform.agent = text -> new Echo(text, "agent1");
        platform.worker = addition -> CompletableFuture.completedFuture(new Sum(10, "worker1"));
        pulses.write(new Pulse("client1", 7, 12), NOW);
        Answers answers = ask();
        assertThat(answers.agent()).isEqualTo(new Given("there and back", "agent1", Duration.ZERO));
        assertThat(answers.worker()).isEqualTo(new Given("1 + 2 + 3 + 4 = 10", "worker1", Duration.ZERO));
        assertThat(answers.database())
                .isEqualTo(new Given("row 1, the admin page at 2026-05-01T10:00:00Z", "server1", Duration.ZERO));
        assertThat(answers.workerDatabase())
                .isEqualTo(new Given("row 2, a worker, one of 2", "worker1", Duration.ZERO));
        assertThat(answers.client()).isEqualTo(new Given("saw 7 visits", "client1", Duration.ofMillis(12)));
    }

    @Test
    void saysWhyAPartDoesNotAnswer() {
        platform.agent = text -> {
            throw new CallFailedException(Reason.NOBODY_THERE, "no agent is connected.");
        };
        platform.worker = addition -> CompletableFuture.failedFuture(new TaskFailedException("no worker performs it."));
        platform.diary = visitor -> {
            throw new CallFailedException(Reason.THROWN, "the database is closed.");
        };
        Answers answers = ask();
        assertThat(answers.workerDatabase()).isEqualTo(new Missing("PEEK-3104 the database is closed."));
        assertThat(answers.agent()).isEqualTo(new Missing("PEEK-3101 no agent is connected."));
        assertThat(answers.worker()).isEqualTo(new Missing("PEEK-4001 no worker performs it."));
        assertThat(answers.client()).isEqualTo(new Missing("no client called in the last 30 seconds."));
    }

    @Test
    void takesAClientForSilentAfterHalfAMinute() {
        pulses.write(new Pulse("client1", 7, 12), NOW);
        pulses.write(new Pulse("client2", 8, 1), NOW.minusSeconds(5));
        assertThat(pulses.latest(NOW.plusSeconds(10))).contains(new Pulse("client1", 7, 12));
        assertThat(pulses.latest(NOW.plusSeconds(30))).isEmpty();
    }

    private Answers ask() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new Questions(platform, new ListedVisits(NOW), pulses, clock).askAll();
    }
}
