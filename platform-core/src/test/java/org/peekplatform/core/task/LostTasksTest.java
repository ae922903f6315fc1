package org.peekplatform.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LostTasksTest {
    private static final Instant SENT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = SENT.plus(LostTasks.YOUNG).plusSeconds(1);

    private final LostTasks tasks = new LostTasks();
    private final Set<String> held = new HashSet<>();
    private final Set<String> queued = new HashSet<>();

    @Test
    void findsATaskThatTwoLooksMiss() {
        tasks.sent("t", SENT);

        assertThat(look()).isEmpty();
        assertThat(look()).containsExactly("t");
        assertThat(look()).isEmpty();
    }

    @Test
    void believesAWorkerThatHoldsIt() {
        tasks.sent("t", SENT);
        held.add("t");
        look();

        assertThat(look()).isEmpty();
    }

    @Test
    void believesTheQueue() {
        tasks.sent("t", SENT);
        queued.add("t");
        look();

        assertThat(look()).isEmpty();
    }

    @Test
    void forgivesOneThatIsSeenBetweenTwoLooks() {
        tasks.sent("t", SENT);
        look();
        held.add("t");
        look();
        held.clear();

        assertThat(look()).isEmpty();
    }

    @Test
    void doesNotMissWhatWasJustSent() {
        tasks.sent("t", LATER);
        look();

        assertThat(look()).isEmpty();
    }

    @Test
    void forgetsWhatHasEnded() {
        tasks.sent("t", SENT);
        look();
        tasks.ended("t");

        assertThat(look()).isEmpty();
    }

    private List<String> look() {
        return tasks.lost(tasks.missing(LATER, held::contains), queued);
    }
}
