package org.peekplatform.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrewTest {
    private static final TaskKind SUM = new TaskKind("noop", "sum");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Crew crew = new Crew(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void countsTheThreadsOfThoseWhoAreThere() {
        crew.heard("worker1", new TaskBeat(8, Set.of(SUM), List.of()));
        crew.heard("worker2", new TaskBeat(4, Set.of(), List.of()));

        assertThat(crew.threads()).isEqualTo(12);
        assertThat(crew.performs(SUM)).isTrue();
    }

    @Test
    void forgetsAWorkerThatIsNotHeard() {
        crew.heard("worker1", new TaskBeat(8, Set.of(SUM), List.of()));
        now = now.plus(Crew.GONE_AFTER).plus(Duration.ofSeconds(1));

        assertThat(crew.threads()).isZero();
        assertThat(crew.performs(SUM)).isFalse();
        assertThat(crew.names()).isEmpty();
    }

    @Test
    void knowsWhoPerformsATask() {
        crew.heard("worker1", new TaskBeat(8, Set.of(SUM), List.of(new TaskBeat.Held("t", 0, now, Optional.empty()))));

        assertThat(crew.performing("t").orElseThrow().worker()).isEqualTo("worker1");
        assertThat(crew.performing("u")).isEmpty();
    }
}
