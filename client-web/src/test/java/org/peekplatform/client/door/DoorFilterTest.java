package org.peekplatform.client.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.peekplatform.api.account.User;
import org.peekplatform.client.session.DeviceIdentities;
import org.peekplatform.client.session.FakeServer;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.serve.CloseReason;
import org.peekplatform.core.live.serve.DeviceLimits;
import org.peekplatform.core.live.serve.DeviceSession;
import org.peekplatform.core.live.serve.DeviceWire;
import org.peekplatform.core.live.serve.LiveDesk;
import org.peekplatform.core.live.wire.LiveFrame;

class DoorFilterTest {
    private static final User ANN = new User("ann", Set.of());

    private final FakeServer server = new FakeServer();
    private final DoorFilter filter = new DoorFilter();
    private final AtomicInteger passed = new AtomicInteger();
    private final FilterChain chain = (request, response) -> passed.incrementAndGet();

    DoorFilterTest() {
        DeviceLimits one = new DeviceLimits(
                1, 10, 10, 10, 10, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
        server.user("good", ANN);
        filter.gate = new DoorGate(new DeviceIdentities(server, Clock.systemUTC()));
        filter.desk = new LiveDesk(null, server, null, one, System::nanoTime, new LiveCounters());
    }

    private int status(FakeExchange exchange) throws Exception {
        filter.doFilter(exchange.request(), exchange.response(), chain);
        return exchange.status;
    }

    @Test
    void opensNoMoreConnectionsThanAUserMayHaveButHearsThoseThatAreOpen() throws Exception {
        FakeExchange first = FakeExchange.handshake()
                .with("Origin", "https://peek.example.com")
                .token("good");
        assertThat(status(first)).isEqualTo(200);
        filter.desk.open(new DeviceSession("ref", ANN), "192.0.2.7", new Nowhere());

        assertThat(status(FakeExchange.get().token("good"))).isEqualTo(503);
        assertThat(status(FakeExchange.post()
                        .with("Origin", "https://peek.example.com")
                        .token("good")))
                .isEqualTo(200);
        assertThat(passed).hasValue(2);
    }

    @Test
    void passesNobodyOnWhoWasRefused() throws Exception {
        for (FakeExchange exchange :
                List.of(FakeExchange.get(), FakeExchange.handshake().token("good"))) {
            assertThat(status(exchange)).isGreaterThanOrEqualTo(400);
        }
        assertThat(passed).hasValue(0);
    }

    private static final class Nowhere implements DeviceWire {
        @Override
        public void send(LiveFrame frame, Runnable sent) {
            sent.run();
        }

        @Override
        public void close(CloseReason reason) {
            // nobody is there
        }
    }
}
