package org.peekplatform.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peekplatform.core.kit.MovingClock;

class CrewTest {
    private static final TaskKind SUM = new TaskKind("noop", "sum");

    private final MovingClock clock = new MovingClock();
    private final Crew crew = new Crew(clock);

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
        clock.advance(Crew.GONE_AFTER.plusSeconds(1));

        assertThat(crew.threads()).isZero();
        assertThat(crew.performs(SUM)).isFalse();
        assertThat(crew.names()).isEmpty();
    }

    @Test
    void knowsWhoPerformsATask() {
        crew.heard(
                "worker1",
                new TaskBeat(8, Set.of(SUM), List.of(new TaskBeat.Held("t", 0, clock.instant(), Optional.empty()))));

        assertThat(crew.performing("t").orElseThrow().worker()).isEqualTo("worker1");
        assertThat(crew.performing("u")).isEmpty();
    }
}
