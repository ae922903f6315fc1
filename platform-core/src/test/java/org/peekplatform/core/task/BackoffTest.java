package org.peekplatform.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void doublesUpToTheMost() {
        Duration second = Duration.ofSeconds(1);

        assertThat(Backoff.before(second, 0, HOUR)).isEqualTo(second);
        assertThat(Backoff.before(second, 3, HOUR)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Backoff.before(second, 20, HOUR)).isEqualTo(HOUR);
        assertThat(Backoff.before(second, 500, HOUR)).isEqualTo(HOUR);
        assertThat(Backoff.before(Duration.ofDays(1), 0, HOUR)).isEqualTo(HOUR);
    }

    @Test
    void waitsNotAtAllWhereNothingIsToBeWaitedFor() {
        assertThat(Backoff.before(Duration.ZERO, 5, HOUR)).isZero();
    }
}
