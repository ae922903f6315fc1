package org.peekplatform.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.Service;
import org.peekplatform.core.wanted.InstanceReport;
import org.peekplatform.core.wanted.PartReport;
import org.peekplatform.core.wanted.PartState;
import org.peekplatform.server.database.MemoryDatabase;
import org.peekplatform.server.instance.InstanceBook;

class PartWatchTest {
    private final InstanceBook instances =
            new InstanceBook(MemoryDatabase.fresh(), Clock.systemUTC(), (instance, part) -> {});
    private final PartWatch watch = new PartWatch(instances, Duration.ofMillis(1), new Closing());

    private void says(String agent, PartState state, String reason) {
        PartReport part = new PartReport(
                "noop",
                "1.0.0",
                "sha",
                7,
                state,
                Instant.now(),
                Optional.of(reason).filter(text -> !text.isEmpty()));
        instances.take(new InstanceReport(
                agent,
                Service.AGENT,
                "0.1.0",
                Instant.now(),
                1,
                7,
                List.of(part),
                Map.of(),
                Optional.empty(),
                Optional.empty()));
    }

    @Test
    void tellsOfEachInstanceThatItMissesWhatItSaidLast() throws InterruptedException {
        says("agent1", PartState.RUNNING, "");
        says("agent2", PartState.FETCHING, "archive: it did not come. It is tried again with the next beat");
        says("agent3", PartState.DEPLOYING, "");

        assertThat(watch.settled("noop", 7, Set.of(Service.AGENT)))
                .contains("no answer within 0 s from"
                        + " [agent2 (archive: it did not come. It is tried again with the next beat), agent3]");
    }

    @Test
    void namesTheFirstFailureWithoutWaitingForTheRest() throws InterruptedException {
        says("agent1", PartState.DEPLOYING, "");
        says("agent2", PartState.FAILED, "its hook threw");

        assertThat(watch.settled("noop", 7, Set.of(Service.AGENT))).contains("on agent2: its hook threw");
    }
}
