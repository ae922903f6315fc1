package org.peekplatform.plugins.noop.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.call.CallFailedException;
import org.peekplatform.api.call.CallFailedException.Reason;
import org.peekplatform.plugins.noop.internal.tuple.Pulse;
import org.peekplatform.plugins.noop.internal.tuple.ServerDoor;

class HeartTest {
    private final AtomicInteger beats = new AtomicInteger();
    private final List<Pulse> reported = new ArrayList<>();
    private final Deque<Instant> times = new ArrayDeque<>(List.of(Instant.EPOCH, Instant.EPOCH.plusMillis(25)));
    private final InstantSource ticking = times::removeFirst;
    private final Clock clock = ticking.withZone(ZoneOffset.UTC);

    @Test
    void reportsWhatTheServerSaidAndHowLongItTook() {
        new Heart(new Door(true), "client1", clock, beats::incrementAndGet).beat();
        assertThat(beats).hasValue(1);
        assertThat(reported).containsExactly(new Pulse("client1", 7, 25));
    }

    @Test
    void keepsBeatingWhenTheServerIsAway() {
        new Heart(new Door(false), "client1", clock, beats::incrementAndGet).beat();
        assertThat(beats).hasValue(0);
        assertThat(reported).isEmpty();
    }

    private final class Door implements ServerDoor {
        private final boolean open;

        Door(boolean open) {
            this.open = open;
        }

        @Override
        public long visits() {
            if (!open) {
                throw new CallFailedException(Reason.TIMEOUT, "no answer.");
            }
            return 7;
        }

        @Override
        public int report(Pulse pulse) {
            reported.add(pulse);
            return 1;
        }
    }
}
