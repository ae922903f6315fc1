package org.peekplatform.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TaskPaceTest {
    private static final TaskKind SUM = new TaskKind("noop", "sum");

    private final TaskPace pace = new TaskPace();

    @Test
    void takesAnUnknownKindForSlow() {
        assertThat(pace.inAMoment(SUM, 32)).isZero();
    }

    @Test
    void learnsFromTheFirstTask() {
        pace.took(SUM, Duration.ofMillis(20));

        assertThat(pace.inAMoment(SUM, 32)).isEqualTo(11);
    }

    @Test
    void sendsNoMoreAheadThanItMay() {
        pace.took(SUM, Duration.ZERO);

        assertThat(pace.inAMoment(SUM, 32)).isEqualTo(32);
    }

    @Test
    void isNotMisledByOneSlowTask() {
        pace.took(SUM, Duration.ofMillis(3));
        pace.took(SUM, Duration.ofSeconds(1));

        assertThat(pace.inAMoment(SUM, 32)).isPositive();
    }

    @Test
    void learnsThatTasksHaveBecomeSlow() {
        pace.took(SUM, Duration.ofMillis(3));
        for (int i = 0; i < 4; i++) {
            pace.took(SUM, Duration.ofSeconds(1));
        }

        assertThat(pace.inAMoment(SUM, 32)).isZero();
    }
}
