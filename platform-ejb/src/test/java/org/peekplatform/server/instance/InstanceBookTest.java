package org.peekplatform.server.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.Service;
import org.peekplatform.core.kit.MovingClock;
import org.peekplatform.core.wanted.InstanceReport;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.database.MemoryDatabase;
import org.peekplatform.server.instance.InstanceView.Presence;

class InstanceBookTest {
    private static final Instant BOOT = Instant.parse("2026-03-01T07:00:00Z");

    private final MovingClock clock = new MovingClock();
    private final Database database = MemoryDatabase.fresh();
    private InstanceBook book = again();

    private InstanceBook again() {
        return new InstanceBook(database, clock, (instance, part) -> {});
    }

    private void hear(String name, long sequence) {
        book.take(report(name, sequence, "0.1.0", Optional.empty()));
    }

    private static InstanceReport report(String name, long sequence, String version, Optional<Instant> sent) {
        return new InstanceReport(
                name, Service.AGENT, version, BOOT, sequence, 0, List.of(), Map.of(), sent, Optional.empty());
    }

    private InstanceView see(String name) {
        return book.instances().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anInstanceThatIsNotHeardForThreeBeatsIsAwayAndNotWaitedFor() {
        hear("agent1", 1);
        clock.advance(InstanceBook.BACK_WITHIN);
        hear("agent1", 2);
        assertThat(see("agent1").connected()).isTrue();

        clock.advance(InstanceBook.AWAY_AFTER);

        assertThat(see("agent1").connected()).isFalse();
        assertThat(see("agent1").expected()).isFalse();
    }

    @Test
    void afterAStartOfTheServerAnInstanceThatWasKnownIsWaitedForAMinute() {
        hear("agent1", 1);
        clock.advance(Duration.ofHours(1));
        book = again();

        assertThat(see("agent1").connected()).isFalse();
        assertThat(see("agent1").expected()).isTrue();

        clock.advance(InstanceBook.BACK_WITHIN.minusSeconds(1));
        assertThat(see("agent1").expected()).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(see("agent1").expected()).isFalse();
    }

    @Test
    void anInstanceThatSaidGoodbyeIsAwayAtOnce() {
        hear("agent1", 1);

        book.leave("agent1");

        assertThat(see("agent1").connected()).isFalse();
    }

    @Test
    void aReportThatWasOvertakenChangesNothing() {
        hear("agent1", 2);
        clock.advance(InstanceBook.AWAY_AFTER);

        hear("agent1", 1);

        assertThat(see("agent1").connected()).isFalse();
    }

    @Test
    void presenceFollowsTheBeatsThatAreMissing() {
        hear("agent1", 1);
        assertThat(see("agent1").presence()).isEqualTo(Presence.ONLINE);

        clock.advance(InstanceBook.DEGRADED_AFTER);
        assertThat(see("agent1").presence()).isEqualTo(Presence.DEGRADED);

        clock.advance(InstanceBook.AWAY_AFTER.minus(InstanceBook.DEGRADED_AFTER));
        assertThat(see("agent1").presence()).isEqualTo(Presence.OFFLINE);
    }

    @Test
    void aClockThatIsAheadIsSeen() {
        book.take(report("agent1", 1, "0.1.0", Optional.of(clock.instant().plusSeconds(90))));

        assertThat(see("agent1").clockSkew()).contains(Duration.ofSeconds(90));
    }

    @Test
    void anInstanceOfAnotherReleaseIsShownWithTheReasonAndNotWaitedFor() {
        book.take(report("agent1", 1, "7.0.0", Optional.empty()));

        assertThat(see("agent1").connected()).isTrue();
        assertThat(see("agent1").refusal().orElseThrow()).contains("'agent1'", "7.0.0", "no plugins");
        assertThat(see("agent1").expected()).isFalse();
        assertThat(book.connected(Service.AGENT)).isEmpty();
    }
}
