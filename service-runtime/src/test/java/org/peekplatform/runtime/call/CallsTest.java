package org.peekplatform.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.Registration;
import org.peekplatform.api.Service;
import org.peekplatform.api.call.Answer;
import org.peekplatform.api.call.CallFailedException;
import org.peekplatform.api.call.CallFailedException.Reason;
import org.peekplatform.api.call.Calls;
import org.peekplatform.api.call.Target;
import org.peekplatform.runtime.call.PartCalls.CallKit;
import org.peekplatform.runtime.hook.DirectContext;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.link.InMemoryLink;

class CallsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    record Reading(String name, Instant at, Optional<Double> value) {}

    interface Meter {
        List<Reading> readings(String prefix, int count);

        void reset();

        String fail();
    }

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final InMemoryLink link = new InMemoryLink();
    private final Calls server =
            calls(link.join("server"), service -> service == Service.AGENT ? List.of("agent1", "agent2") : List.of());
    private final Calls agent1 = calls(link.join("agent1"), service -> List.of("server"));
    private final Calls agent2 = calls(link.join("agent2"), service -> List.of("server"));

    private Calls calls(Exchange exchange, Peers peers) {
        CallKit kit = new CallKit(new CallDesk(exchange, peers), exchange, peers, executor);
        return new PartCalls("noop", new DirectContext(), registration -> registration, kit);
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private static Meter meter(String name) {
        return new Meter() {
            @Override
            public List<Reading> readings(String prefix, int count) {
                return List.of(new Reading(prefix + name, Instant.EPOCH, Optional.of(count * 1.5)));
            }

            @Override
            public void reset() {}

            @Override
            public String fail() {
                throw new IllegalStateException("meter is broken");
            }
        };
    }

    @Test
    void carriesRecordsBothWays() {
        agent1.provide(Meter.class, meter("one"));
        Meter remote = server.to(Target.instance("agent1"), Meter.class, LONG);
        assertThat(remote.readings("m-", 2)).containsExactly(new Reading("m-one", Instant.EPOCH, Optional.of(3.0)));
        remote.reset();
    }

    @Test
    void takesTurnsAmongInstances() {
        agent1.provide(Meter.class, meter("one"));
        agent2.provide(Meter.class, meter("two"));
        Meter any = server.to(Target.any(Service.AGENT), Meter.class, LONG);
        assertThat(List.of(
                        any.readings("", 1).get(0).name(),
                        any.readings("", 1).get(0).name()))
                .containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void asksEveryInstanceAndListsThoseThatFail() {
        agent1.provide(Meter.class, meter("one"));
        List<Answer<Integer>> answers = server.toEvery(
                Target.every(Service.AGENT),
                Meter.class,
                LONG,
                m -> m.readings("", 1).size());
        assertThat(answers.get(0)).isEqualTo(new Answer.Given<>("agent1", 1));
        assertThat(answers.get(1))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.reason().reason()).isEqualTo(Reason.NOT_PROVIDED));
    }

    @Test
    void tellsWhatTheProviderThrew() {
        agent1.provide(Meter.class, meter("one"));
        Meter remote = server.to(Target.instance("agent1"), Meter.class, LONG);
        assertThatThrownBy(remote::fail)
                .isInstanceOf(CallFailedException.class)
                .hasMessageContaining("meter is broken")
                .extracting(e -> ((CallFailedException) e).reason())
                .isEqualTo(Reason.THROWN);
    }

    @Test
    void refusesToCallNobody() {
        Meter remote = server.to(Target.instance("agent9"), Meter.class, LONG);
        assertThatThrownBy(remote::reset)
                .extracting(e -> ((CallFailedException) e).reason())
                .isEqualTo(Reason.NOBODY_THERE);
    }

    @Test
    void reachesNobodyAfterTheProviderWasTakenBack() {
        Registration registration = agent1.provide(Meter.class, meter("one"));
        registration.close();
        Meter remote = server.to(Target.instance("agent1"), Meter.class, LONG);
        assertThatThrownBy(remote::reset)
                .extracting(e -> ((CallFailedException) e).reason())
                .isEqualTo(Reason.NOT_PROVIDED);
    }

    @Test
    void givesUpAfterTheTimeout() {
        link.joinSilently("agent1");
        Meter remote = server.to(Target.instance("agent1"), Meter.class, Duration.ofMillis(5));
        assertThatThrownBy(remote::reset)
                .extracting(e -> ((CallFailedException) e).reason())
                .isEqualTo(Reason.TIMEOUT);
    }
}
