package org.peekplatform.server.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.Service;
import org.peekplatform.core.wanted.InstanceReport;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.database.MemoryDatabase;
import org.peekplatform.server.database.MovingClock;

class InstanceBookTest {
    private static final Instant BOOT = Instant.parse("2026-03-01T07:00:00Z");

    private final MovingClock clock = new MovingClock();
    private final Database database = MemoryDatabase.fresh();
    private InstanceBook book = again();

    private InstanceBook again() {
        return new InstanceBook(database, clock, (instance, part) -> {});
    }

    private void hear(String name, long sequence) {
        book.take(new InstanceReport(name, Service.AGENT, "0.1.0", BOOT, sequence, 0, List.of(), Map.of()));
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
}
